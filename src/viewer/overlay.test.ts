import { describe, expect, it } from 'vitest';
import { fitCamera, flipHorizontally, flipVertically, rotate } from './camera';
import { imageFacts } from './image-facts.fixture';
import { computeOverlay } from './overlay';
import type { OverlayInput } from './overlay-input';
import { DEFAULT_OVERLAY_LEVEL, nextOverlayLevel } from './overlay-level';
import { greyTransform } from '../pixels/grey-transform.fixture';

const view = { width: 1304, height: 1278 };
const camera = { ...fitCamera({ columns: 160, rows: 160, pixelAspect: 1 }, view), zoom: 5.96 };
const grey = greyTransform();

function overlay(given: Partial<OverlayInput>) {
  return computeOverlay({
    level: 'all',
    facts: imageFacts({}),
    grey,
    camera,
    view,
    window: { center: 406, width: 851 },
    applied: [],
    largestValue: 0,
    pointer: null,
    place: { index: 65, count: 84, slicePositionsMm: [] },
    now: new Date(2024, 0, 15),
    locale: 'en-GB',
    ...given,
  });
}

const spacing = { rowMm: 0.5, columnMm: 0.25, plane: 'patient' } as const;
const axial = { position: [-100, -50, 12], row: [1, 0, 0], column: [0, 1, 0] } as const;

function greyAt(x: number, y: number, value: number) {
  return { x, y, value: { kind: 'grey', value } } as const;
}

describe('top left', () => {
  it('has size, view, window; the pointer’s lines only while there is one', () => {
    expect(overlay({}).topLeft).toEqual([
      'Image size: 160 x 160',
      'View size: 1304 x 1278',
      'WL: 406 WW: 851',
    ]);
    expect(overlay({ pointer: greyAt(0.4, 0.9, 44) }).topLeft[3]).toBe('X: 0 px Y: 0 px Value: 44.00');
    expect(overlay({ pointer: { x: 3, y: 4, value: null } }).topLeft[3]).toBe('X: 3 px Y: 4 px Value: -');
  });

  it('writes columns before rows', () => {
    expect(overlay({ facts: imageFacts({ columns: 512, rows: 256 }) }).topLeft[0]).toBe(
      'Image size: 512 x 256',
    );
  });

  it('writes four decimals of a narrow window that is not whole, else none', () => {
    const windowLine = (center: number, width: number) => overlay({ window: { center, width } }).topLeft[2];
    expect(windowLine(0.5, 1.25)).toBe('WL: 0.5000 WW: 1.2500');
    expect(windowLine(40, 40)).toBe('WL: 40 WW: 40');
    expect(windowLine(40.4, 50)).toBe('WL: 40 WW: 50');
    expect(overlay({ window: null }).topLeft).toHaveLength(2);
  });

  it('adds the range in value to the window of a PET', () => {
    const facts = imageFacts({ modality: 'PT' });
    const full = overlay({ facts, window: { center: 6.25, width: 12.5 }, largestValue: 12.5 });
    expect(full.topLeft[2]).toBe('WL: 6.2500 WW: 12.5000 From: 0 % (0.00) to: 100 % (12.50)');
    // 100 to 300 of 400.
    const part = overlay({ facts, window: { center: 200, width: 200 }, largestValue: 400 });
    expect(part.topLeft[2]).toBe('WL: 200 WW: 200 From: 25 % (100.00) to: 75 % (300.00)');
  });

  it('writes the unit after the value, the SUV beside it, and colours by sample', () => {
    const valueOf = (given: Partial<OverlayInput>) => overlay(given).topLeft[3]?.replace(/.*Value: /, '');
    expect(valueOf({ pointer: greyAt(0, 0, -1024), grey: { ...grey, unit: 'HU' } })).toBe('-1024.00 HU');
    expect(
      valueOf({
        pointer: greyAt(0, 0, 5000),
        grey: { ...grey, unit: 'BQML' },
        facts: imageFacts({ modality: 'PT', suvPerUnit: 0.0005 }),
      }),
    ).toBe('5000.00 BQML SUV: 2.50');
    expect(valueOf({ pointer: greyAt(0, 0, 0.00125) })).toBe('0.00125');
    expect(
      valueOf({ pointer: { x: 0, y: 0, value: { kind: 'colour', red: 1, green: 20, blue: 255 } } }),
    ).toBe('R:1 G:20 B:255');
  });

  it('writes the patient’s coordinates of the middle of the pixel', () => {
    const facts = imageFacts({ spacing, plane: axial });
    // Column 10: -100 + 10 x 0.25; row 20: -50 + 20 x 0.5.
    expect(overlay({ facts, pointer: greyAt(10.7, 20.1, 1) }).topLeft[4]).toBe(
      'X: -97.50 mm Y: -40.00 mm Z: 12.00 mm',
    );
  });

  it('writes no coordinates without Image Plane attributes', () => {
    const pointer = greyAt(1, 1, 1);
    expect(overlay({ pointer, facts: imageFacts({ plane: axial }) }).topLeft).toHaveLength(4);
    expect(overlay({ pointer, facts: imageFacts({ spacing }) }).topLeft).toHaveLength(4);
    const detector = imageFacts({ plane: axial, spacing: { ...spacing, plane: 'detector' } });
    expect(overlay({ pointer, facts: detector }).topLeft).toHaveLength(4);
  });

  it('writes µm under 1 mm at a spacing under 0.2 mm', () => {
    const fine = { rowMm: 0.1, columnMm: 0.1, plane: 'patient' } as const;
    const plane = { ...axial, position: [0, -2, 0.25] } as const;
    const pointer = greyAt(5, 0, 1);
    expect(overlay({ pointer, facts: imageFacts({ spacing: fine, plane }) }).topLeft[4]).toBe(
      'X: 500.00 µm Y: -2.00 mm Z: 250.00 µm',
    );
    expect(overlay({ pointer, facts: imageFacts({ spacing, plane }) }).topLeft[4]).toContain('Z: 0.25 mm');
  });
});

describe('top right', () => {
  const facts = imageFacts({
    patientName: 'Doe^Jane',
    patientId: 'P 123',
    patientBirthDate: '19700131',
    acquisitionDate: '20100201',
    studyDescription: 'Head',
    seriesDescription: 'T1 axial',
    seriesNumber: '4',
  });

  it('has patient, descriptions and number', () => {
    expect(overlay({ facts }).topRight).toEqual([
      'Doe, Jane, P 123, ( 53 y , 40 y )',
      'Head',
      'T1 axial',
      '4',
    ]);
  });

  it('by default leaves out the name and the ID', () => {
    const { topRight } = overlay({ facts, level: DEFAULT_OVERLAY_LEVEL });
    expect(topRight).toEqual(['( 53 y , 40 y )', 'Head', 'T1 axial', '4']);
  });

  it('prints - for a missing field and leaves out empty lines', () => {
    expect(overlay({ facts: imageFacts({ patientId: 'P 123', patientAge: '045Y' }) }).topRight).toEqual([
      '-, P 123, ( - , 45 y )',
    ]);
    expect(overlay({}).topRight).toEqual([]);
  });
});

describe('bottom left', () => {
  it('has zoom, angle, image, transfer syntax and slice', () => {
    const facts = imageFacts({
      transferSyntaxUid: '1.2.840.10008.1.2.1',
      transferSyntaxName: 'Explicit VR Little Endian',
      sliceThicknessMm: 4,
      sliceLocationMm: 41.333,
    });
    expect(overlay({ facts, camera: rotate(camera, 30) }).bottomLeft).toEqual([
      'Zoom: 596% Angle: 30',
      'Im: 66/84',
      'Uncompressed',
      'Thickness: 4.00 mm Location: 41.33 mm',
    ]);
  });

  it('names a transfer syntax that compresses', () => {
    const facts = imageFacts({
      transferSyntaxUid: '1.2.840.10008.1.2.4.70',
      transferSyntaxName: 'JPEG Lossless',
    });
    expect(overlay({ facts }).bottomLeft[2]).toBe('JPEG Lossless');
  });

  it('writes a thickness under 1 mm in µm', () => {
    const facts = imageFacts({ sliceThicknessMm: 0.625, sliceLocationMm: -0.5 });
    expect(overlay({ facts }).bottomLeft[2]).toBe('Thickness: 625.00 µm Location: -0.50 mm');
  });

  it('falls back to the position where thickness or location is missing', () => {
    expect(
      overlay({ facts: imageFacts({ sliceThicknessMm: 5, patientPosition: 'HFS' }) }).bottomLeft[2],
    ).toBe('Position: HFS');
    expect(overlay({ facts: imageFacts({ viewPosition: 'MLO' }) }).bottomLeft[2]).toBe('Position: MLO');
    expect(overlay({ facts: imageFacts({ sliceThicknessMm: 5 }) }).bottomLeft).toHaveLength(2);
  });
});

describe('bottom right', () => {
  it('has TE, TR, field strength, date and time, and the product', () => {
    const facts = imageFacts({
      echoTime: 54,
      repetitionTime: 3700.12345,
      magneticFieldStrength: 3,
      acquisitionDate: '20240309',
      acquisitionTime: '142501',
    });
    expect(overlay({ facts }).bottomRight).toEqual([
      'TE: 54 TR: 3700.12',
      'FS: 3',
      '09/03/2024, 14:25:01',
      'Glovebox',
    ]);
  });

  it('has neither on a CT, and - for one of the two', () => {
    expect(overlay({}).bottomRight).toEqual(['Glovebox']);
    expect(overlay({ facts: imageFacts({ repetitionTime: 500 }) }).bottomRight[0]).toBe('TE: - TR: 500');
  });
});

describe('edges', () => {
  it('have the letters, and under the top one what was done to the image', () => {
    const facts = imageFacts({ plane: axial, laterality: 'R' });
    const drawn = flipVertically(flipHorizontally(camera));
    const { top, left, bottom, right } = overlay({ facts, camera: drawn, applied: ['VOI LUT Applied'] });
    expect(top).toEqual([
      'P',
      'Laterality: R',
      'Horizontally Flipped',
      'Vertically Flipped',
      'VOI LUT Applied',
    ]);
    expect([left, bottom, right]).toEqual([['L'], ['A'], ['R']]);
  });

  it('leave to the first corner what Horos does not write there', () => {
    const { top, topLeft } = overlay({ applied: ['Window: BONE', 'Padding: -2000'] });
    expect(top).toEqual([]);
    expect(topLeft.slice(-2)).toEqual(['Window: BONE', 'Padding: -2000']);
  });

  it('are empty where the file does not say', () => {
    const { top, left, bottom, right } = overlay({});
    expect([top, left, bottom, right]).toEqual([[], [], [], []]);
  });
});

describe('levels', () => {
  it('none draws nothing, graphics the rulers alone', () => {
    const { hasGraphics: none, ...nothing } = overlay({ level: 'none' });
    const { hasGraphics: graphics, ...noText } = overlay({ level: 'graphics' });
    expect([none, graphics]).toEqual([false, true]);
    expect(Object.values(nothing).flat()).toEqual([]);
    expect(Object.values(noText).flat()).toEqual([]);
  });

  it('go round', () => {
    expect(nextOverlayLevel('none')).toBe('graphics');
    expect(nextOverlayLevel('graphics')).toBe('no-name');
    expect(nextOverlayLevel('no-name')).toBe('all');
    expect(nextOverlayLevel('all')).toBe('none');
  });
});
