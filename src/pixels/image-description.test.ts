import { describe, expect, it } from 'vitest';
import type { ElementDescription } from '../fixtures/dicom-writer';
import { parsedDataSet } from '../fixtures/image-file';
import { describeImage } from './image-description';

const EXPLICIT = '1.2.840.10008.1.2.1';

function describeElements(...elements: readonly ElementDescription[]) {
  return describeImage(parsedDataSet(elements), EXPLICIT, 'a.dcm');
}

const ROWS: ElementDescription = [0x00280010, 'US', 2];
const COLUMNS: ElementDescription = [0x00280011, 'US', 3];
const BITS: ElementDescription = [0x00280100, 'US', 16];
const PIXELS: ElementDescription = [0x7fe00010, 'OW', new Uint16Array(6)];

describe('describeImage', () => {
  it('fills in what is commonly left out', () => {
    const described = describeElements(ROWS, COLUMNS, BITS, PIXELS);
    expect(described).toMatchObject({
      ok: true,
      value: {
        samplesPerPixel: 1,
        photometricInterpretation: 'MONOCHROME2',
        bitsStored: 16,
        highBit: 15,
        isSigned: false,
        numberOfFrames: 1,
      },
    });
  });

  it('reads Rows of a wrong VR', () => {
    const described = describeElements([0x00280010, 'UL', 2], [0x00280011, 'IS', '3'], BITS, PIXELS);
    expect(described).toMatchObject({ ok: true, value: { rows: 2, columns: 3 } });
  });

  it('knows floating point pixels by their element', () => {
    const described = describeElements(ROWS, COLUMNS, [0x7fe00008, 'OF', new Float32Array(6)]);
    expect(described).toMatchObject({ ok: true, value: { sampleType: 'float32', bitsAllocated: 32 } });
  });

  it('says no-pixels, with the SOP class, where there are none', () => {
    const described = describeElements([0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'], ROWS, COLUMNS, BITS);
    expect(described).toMatchObject({
      ok: false,
      error: { code: 'no-pixels', where: 'a.dcm', detail: { sopClassName: 'CT Image Storage' } },
    });
  });

  it.each<[string, readonly ElementDescription[]]>([
    ['Rows 0, Columns 3', [COLUMNS, BITS]],
    ['Bits Allocated 0', [ROWS, COLUMNS]],
    // 6 pixels of 24 bits take 18 bytes.
    [
      'Bits Allocated 24, for which 12 bytes of Pixel Data are too few',
      [ROWS, COLUMNS, [0x00280100, 'US', 24]],
    ],
    ['Bits Allocated 64', [ROWS, COLUMNS, [0x00280100, 'US', 64]]],
    [
      'uncompressed YBR_PARTIAL_420',
      [ROWS, COLUMNS, BITS, [0x00280002, 'US', 3], [0x00280004, 'CS', 'YBR_PARTIAL_420']],
    ],
    ['Samples per Pixel 2', [ROWS, COLUMNS, BITS, [0x00280002, 'US', 2]]],
    ['a frame of 65535 x 65535 pixels', [[0x00280010, 'US', 65535], [0x00280011, 'US', 65535], BITS]],
  ])('refuses %s', (reason, elements) => {
    expect(describeElements(...elements, PIXELS)).toMatchObject({
      ok: false,
      error: { code: 'pixels-undescribed', detail: { reason } },
    });
  });
});
