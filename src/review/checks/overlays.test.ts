import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { reviewOf } from '../review-input.fixture';
import { overlaysCheck } from './overlays';

const BITS = new Uint8Array(2);
const OVERLAY: DataSetDescription = [[0x60003000, 'OW', BITS]];
const ICON: DataSetDescription = [[0x00880200, 'SQ', [[[0x7fe00010, 'OB', BITS]]]]];

function image(number: number, own: DataSetDescription, series = '1.2.3.4'): DataSetDescription {
  return [
    [0x00080018, 'UI', `${series}.${number}`],
    [0x00080060, 'CS', 'CT'],
    [0x0020000d, 'UI', '1.2.3'],
    [0x0020000e, 'UI', series],
    [0x7fe00010, 'OW', BITS],
    ...own,
  ];
}

async function find(contents: readonly DataSetDescription[]) {
  const input = await reviewOf(contents.map((content, index) => ({ path: `${index}`, content })));
  return overlaysCheck.find(input);
}

describe('the check on overlays', () => {
  it('has one finding for each path and series', async () => {
    const second: DataSetDescription = [...OVERLAY, [0x60023000, 'OW', BITS]];
    const found = await find([
      image(1, OVERLAY),
      image(2, second),
      image(1, OVERLAY, '1.2.3.5'),
      image(3, []),
    ]);
    expect(found.map(({ place }) => place)).toEqual([
      { files: [0, 1], path: '60003000' },
      { files: [2], path: '60003000' },
      { files: [1], path: '60023000' },
    ]);
    expect(found.every(({ severity }) => severity === 'check')).toBe(true);
  });

  it('takes graphics, and what does not say what it is, for text, and a region of interest not', async () => {
    const typed = (type: string): DataSetDescription => [...OVERLAY, [0x60000040, 'CS', type]];
    expect(await find([image(1, typed('G'))])).toMatchObject([{ identifying: true }]);
    expect(await find([image(1, OVERLAY)])).toMatchObject([{ identifying: true }]);
    expect(await find([image(1, typed('R'))])).toMatchObject([
      { identifying: false, value: 'Overlay plane of a region of interest' },
    ]);
  });

  it('reports a curve, which holds no text', async () => {
    const found = await find([image(1, [[0x50003000, 'OW', BITS]])]);
    expect(found).toMatchObject([{ identifying: false, value: 'Curve', place: { path: '50003000' } }]);
  });

  it('finds nothing in an overlay without data, or in a private element of that number', async () => {
    const empty: DataSetDescription = [
      [0x60000010, 'US', 1],
      [0x60003000, 'OW', new Uint8Array()],
    ];
    const ofVendor: DataSetDescription = [
      [0x60010030, 'LO', 'ACME'],
      [0x60013000, 'OB', BITS],
    ];
    expect(await find([image(1, empty), image(2, ofVendor)])).toEqual([]);
  });
});

describe('the check on icons', () => {
  it('finds them at any depth, by their paths with item numbers', async () => {
    const nested: DataSetDescription = [[0x00081140, 'SQ', [[[0x00081155, 'UI', '1.2']], ICON]]];
    const found = await find([image(1, ICON), image(2, nested)]);
    expect(found).toMatchObject([
      { value: 'Icon', identifying: false, place: { path: '00880200[0].7FE00010', files: [0] } },
      { value: 'Icon', place: { path: '00081140[1].00880200[0].7FE00010', files: [1] } },
    ]);
  });

  it('says why an icon may identify: a claim of de-identification, or a picture with text', async () => {
    const claimed = await find([image(1, [...ICON, [0x00120062, 'CS', 'YES']])]);
    expect(claimed).toMatchObject([{ identifying: true }]);
    expect(claimed[0]?.message).toContain('the file says that it was de-identified');
    expect(await find([image(1, [...ICON, [0x00120062, 'CS', 'NO']])])).toMatchObject([
      { identifying: false },
    ]);
    const withText = await find([image(1, [...ICON, [0x00280301, 'CS', 'YES']])]);
    expect(withText).toMatchObject([{ identifying: true }]);
    expect(withText[0]?.message).toContain('the picture may carry text');
  });

  it('tells a picture in another sequence from an icon', async () => {
    const nested: DataSetDescription = [[0x00082112, 'SQ', [[[0x7fe00010, 'OB', BITS]]]]];
    expect(await find([image(1, nested)])).toMatchObject([{ value: 'Picture in an item' }]);
  });
});
