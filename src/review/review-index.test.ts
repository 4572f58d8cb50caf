import { describe, expect, it } from 'vitest';
import { reviewOf } from './review-input.fixture';

const SOP = [
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
  [0x0020000d, 'UI', '1.2.3'],
  [0x0020000e, 'UI', '1.2.3.4'],
] as const;

describe('the index of a review', () => {
  it('holds each distinct text of a place once, with the files that have it', async () => {
    const input = await reviewOf([
      { path: 'a/1', content: [...SOP, [0x00080018, 'UI', '1.2.3.4.1'], [0x00100010, 'PN', 'Roe^Richard']] },
      { path: 'a/2', content: [...SOP, [0x00080018, 'UI', '1.2.3.4.2'], [0x00100010, 'PN', 'Roe^Richard']] },
    ]);
    const names = input.values.all.filter(({ place }) => place.tag === 0x00100010);
    expect(names.map(({ text }) => text)).toEqual(['Roe^Richard']);
    expect(names.map((value) => input.values.filesOf(value).length)).toEqual([2]);
    const folder = input.values.all.filter(({ place }) => place.kind === 'folder');
    expect(folder.map(({ text }) => text)).toEqual(['a']);
    expect(input.catalog.counts.instances).toBe(2);
  });

  it('reads at any depth, and gives the path with its item numbers', async () => {
    const input = await reviewOf([
      {
        path: '1',
        content: [
          ...SOP,
          [0x00080018, 'UI', '1.2.3.4.1'],
          [0x00080096, 'SQ', [[[0x00401103, 'SH', '1']], [[0x00401103, 'SH', '555 0100']]]],
        ],
      },
    ]);
    const [file] = input.files;
    expect(file && input.values.textAt(file.file, '00080096[1].00401103')).toBe('555 0100');
  });

  it('knows the VR of what is written as UN, and looks for text in what nobody knows', async () => {
    const bytes = new Uint8Array([1, 2, ...new TextEncoder().encode('Roe^Richard'), 0]);
    const input = await reviewOf([
      {
        path: '1',
        content: [
          ...SOP,
          [0x00080018, 'UI', '1.2.3.4.1'],
          [0x00101060, 'UN', new TextEncoder().encode('Doe^Jane')],
          [0x00290010, 'LO', 'ACME'],
          [0x00291002, 'UN', bytes],
        ],
      },
    ]);
    const texts = input.values.all.map(({ place, text }) => [place.path, place.vr, place.creator, text]);
    expect(texts).toContainEqual(['00101060', 'PN', '', 'Doe^Jane']);
    expect(texts).toContainEqual(['00291002', 'UN', 'ACME', 'Roe^Richard']);
  });
});
