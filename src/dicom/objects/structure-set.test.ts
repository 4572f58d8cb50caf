import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { attributesOfFile } from './attributes.fixture';
import { addContour, emptyExtent } from './contour-extent';
import { readStructureSet } from './structure-set';

const contour = (...numbers: readonly number[]): DataSetDescription => [
  [0x30060050, 'DS', numbers.map(String)],
];

const roi = (number: string, name: string): DataSetDescription => [
  [0x30060022, 'IS', number],
  [0x30060026, 'LO', name],
];

/** Two regions, whose contours and observations stand in another order. */
const STRUCTURE_SET: DataSetDescription = [
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.481.3'],
  [0x30060002, 'SH', 'PLAN A'],
  [
    0x30060010,
    'SQ',
    [
      [
        [0x00200052, 'UI', '1.2.5'],
        [
          0x30060012,
          'SQ',
          [
            [
              [
                0x30060014,
                'SQ',
                [
                  [
                    [0x0020000e, 'UI', '1.2.6'],
                    [0x30060016, 'SQ', [[], [], []]],
                  ],
                ],
              ],
            ],
          ],
        ],
      ],
    ],
  ],
  [0x30060020, 'SQ', [roi('1', 'Prostate'), roi('7', 'Isocenter'), roi('9', 'Nothing')]],
  [
    0x30060039,
    'SQ',
    [
      [
        [0x30060040, 'SQ', [contour(1, 2, 3)]],
        [0x30060084, 'IS', '7'],
      ],
      [
        [0x3006002a, 'IS', ['255', '0', '128']],
        [0x30060040, 'SQ', [contour(-10, 0, 5, 10, 0.5, 5, 0, 20, 5), contour(0, 0, 8)]],
        [0x30060084, 'IS', '1'],
      ],
    ],
  ],
  [
    0x30060080,
    'SQ',
    [
      [
        [0x30060084, 'IS', '7'],
        [0x300600a4, 'CS', 'ISOCENTER'],
      ],
    ],
  ],
];

describe('readStructureSet', () => {
  it('puts together what is known of each region: contours, points, extent, colour', async () => {
    const { title, sections } = readStructureSet(await attributesOfFile(STRUCTURE_SET));
    expect(title).toBe('PLAN A');
    const table = sections.find(({ heading }) => heading === 'Regions of interest');
    // From -10 to 10, 0 to 20 and 5 to 8 mm.
    expect(table).toMatchObject({
      columns: [
        { label: 'Number' },
        { label: 'Name' },
        { label: 'Type' },
        { label: 'Contours' },
        { label: 'Points' },
        { label: 'Extent (mm)' },
      ],
      rows: [
        { cells: ['1', 'Prostate', '', '2', '4', '20 × 20 × 3'], colour: [255, 0, 128] },
        { cells: ['7', 'Isocenter', 'ISOCENTER', '1', '1', ''] },
        { cells: ['9', 'Nothing', '', '0', '0', ''] },
      ],
    });
  });

  it('names the series that it was drawn in, and how many of its images', async () => {
    const { sections } = readStructureSet(await attributesOfFile(STRUCTURE_SET));
    expect(sections.find(({ heading }) => heading === 'Drawn in')).toMatchObject({
      references: [{ level: 'series', uid: '1.2.6', note: '3 images' }],
    });
  });
});

describe('addContour', () => {
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('reads decimal strings as they may be written', () => {
    const extent = emptyExtent();
    const points = addContour(extent, bytesOf(' 1.5 \\-2e1\\+.25E+1\\-1.50\\0\\1e-1 '));
    expect(points).toBe(2);
    expect(extent).toEqual({ least: [-1.5, -20, 0.1], greatest: [1.5, 0, 2.5] });
  });

  it('leaves out what is no number', () => {
    const extent = emptyExtent();
    expect(addContour(extent, bytesOf('1\\x\\3'))).toBe(1);
    expect(extent.greatest).toEqual([1, -Infinity, 3]);
    expect(addContour(extent, bytesOf(''))).toBe(0);
  });
});
