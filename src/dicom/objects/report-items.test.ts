import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { attributesOfFile } from './attributes.fixture';
import { codeItem, contentItem, reportFile } from './report.fixture';
import { readReportItems } from './report-items';

async function itemsOf(...content: readonly DataSetDescription[]) {
  return readReportItems(await attributesOfFile(reportFile(content))).items;
}

/** The values of items, by their names. */
async function valuesOf(...content: readonly DataSetDescription[]) {
  return Object.fromEntries((await itemsOf(...content)).map(({ name, value }) => [name, value]));
}

const measured = (number: string, unit: string, meaning: string): DataSetDescription => [
  [0x004008ea, 'SQ', [codeItem(unit, meaning)]],
  [0x0040a30a, 'DS', number],
];

describe('readReportItems', () => {
  it('reads text, codes, names, dates, times and UIDs as people write them', async () => {
    const values = await valuesOf(
      contentItem('TEXT', 'Impression', [[0x0040a160, 'UT', 'No fracture.']]),
      contentItem('CODE', 'Finding', [[0x0040a168, 'SQ', [codeItem('T-D1100', 'Head')]]]),
      contentItem('PNAME', 'Observer', [[0x0040a123, 'PN', 'Roe^Richard']]),
      contentItem('DATE', 'Day', [[0x0040a121, 'DA', '20240305']]),
      contentItem('TIME', 'Hour', [[0x0040a122, 'TM', '093012']]),
      contentItem('DATETIME', 'Moment', [[0x0040a120, 'DT', '20240305093012']]),
      contentItem('UIDREF', 'Device', [[0x0040a124, 'UI', '1.2.3']]),
    );
    expect(values).toEqual({
      Impression: 'No fracture.',
      Finding: 'Head',
      Observer: 'Roe, Richard',
      Day: '2024-03-05',
      Hour: '09:30:12',
      Moment: '2024-03-05 09:30:12',
      Device: '1.2.3',
    });
  });

  it('gives numbers their units: the code where it can be read, words where not, nothing for 1', async () => {
    const num = (name: string, item: DataSetDescription) =>
      contentItem('NUM', name, [[0x0040a300, 'SQ', [item]]]);
    const values = await valuesOf(
      num('Length', measured('12.5', 'mm', 'millimeter')),
      num('Attenuation', measured('-40', "[hnsf'U]", 'Hounsfield unit')),
      num('Probability', measured('0.5', '1', 'no units')),
      num('Count', measured('3', '{lesions}', 'lesions')),
    );
    expect(values).toEqual({
      Length: '12.5 mm',
      Attenuation: '-40 Hounsfield unit',
      Probability: '0.5',
      Count: '3 lesions',
    });
  });

  it('says why a number has no value', async () => {
    const [item] = await itemsOf(
      contentItem('NUM', 'Ejection fraction', [
        [0x0040a300, 'SQ', []],
        [0x0040a301, 'SQ', [codeItem('114006', 'Measurement failure')]],
      ]),
    );
    expect(item).toMatchObject({ value: 'Measurement failure', missing: [] });
  });

  it('counts points and shows the first', async () => {
    const values = await valuesOf(
      contentItem('SCOORD', 'Outline', [
        [0x00700022, 'FL', [10, 20, 30.5, 40, 50, 60, 70, 80, 10, 20]],
        [0x00700023, 'CS', 'POLYLINE'],
      ]),
      contentItem('SCOORD3D', 'Place', [
        [0x00700022, 'FL', [1, 2, 3]],
        [0x00700023, 'CS', 'POINT'],
      ]),
      contentItem('TCOORD', 'Beat', [
        [0x0040a130, 'CS', 'SEGMENT'],
        [0x0040a138, 'DS', ['1.5', '2']],
      ]),
    );
    expect(values).toEqual({
      Outline: 'POLYLINE, 5 points: (10, 20) (30.5, 40) (50, 60) (70, 80) …',
      Place: 'POINT, 1 point: (1, 2, 3)',
      Beat: 'SEGMENT, 1.5, 2 s',
    });
  });

  it('reads what an image, an object or a waveform is, and the frames that are meant', async () => {
    const [item] = await itemsOf(
      contentItem('IMAGE', 'Source', [
        [
          0x00081199,
          'SQ',
          [
            [
              [0x00081150, 'UI', '1.2.840.10008.5.1.4.1.1.2'],
              [0x00081155, 'UI', '1.2.3.4'],
              [0x00081160, 'IS', ['5', '2']],
            ],
          ],
        ],
      ]),
    );
    expect(item?.reference).toEqual({
      level: 'instance',
      uid: '1.2.3.4',
      sopClassName: 'CT Image Storage',
      note: 'frames 5, 2',
      frameIndex: 4,
    });
  });

  it('goes through the tree in reading order, with the place and the relationship of each item', async () => {
    const items = await itemsOf(
      contentItem('CONTAINER', 'Findings', [
        [0x0040a050, 'CS', 'CONTINUOUS'],
        [0x0040a730, 'SQ', [contentItem('TEXT', 'One', [[0x0040a160, 'UT', '1']], 'HAS PROPERTIES')]],
      ]),
      contentItem('TEXT', 'Two', [[0x0040a160, 'UT', '2']]),
    );
    expect(
      items.map(({ position, depth, name, relationship }) => [position, depth, name, relationship]),
    ).toEqual([
      ['1.1', 0, 'Findings', 'CONTAINS'],
      ['1.1.1', 1, 'One', 'HAS PROPERTIES'],
      ['1.2', 0, 'Two', 'CONTAINS'],
    ]);
    expect(items.map(({ isContinuous }) => isContinuous)).toEqual([true, undefined, undefined]);
  });

  it('names the item that another one stands for, and says so where there is none', async () => {
    const standsFor = (...place: readonly number[]): DataSetDescription => [
      [0x0040a010, 'CS', 'INFERRED FROM'],
      [0x0040db73, 'UL', place],
    ];
    const items = await itemsOf(
      contentItem('TEXT', 'Cause', [[0x0040a160, 'UT', 'a fall']]),
      standsFor(1, 1),
      standsFor(1, 9),
    );
    expect(items[1]).toMatchObject({ name: 'Cause', value: 'a fall', target: '1.1', missing: [] });
    expect(items[2]).toMatchObject({ name: '', missing: ['no item 1.9'] });
    expect(items[2]).not.toHaveProperty('target');
  });

  it('names what an item should have and does not', async () => {
    const items = await itemsOf(
      [],
      contentItem('TEXT', '', []),
      contentItem('NUM', 'Length', [[0x0040a300, 'SQ', [[[0x0040a30a, 'DS', '1']]]]]),
      contentItem('IMAGE', 'Image', []),
      contentItem('NONSENSE', 'Odd', [[0x0040a160, 'UT', 'still read']]),
    );
    expect(items.map(({ missing }) => missing)).toEqual([
      ['no Relationship Type', 'no Value Type'],
      ['no Concept Name', 'no Text Value'],
      ['no Measurement Units Code Sequence'],
      ['no Referenced SOP Sequence'],
      ['unknown Value Type NONSENSE'],
    ]);
    expect(items[4]?.value).toBe('still read');
  });

  it('reads 200 levels, and a text in full', async () => {
    let content: DataSetDescription = contentItem('TEXT', 'Bottom', [[0x0040a160, 'UT', 'x'.repeat(9000)]]);
    for (let level = 0; level < 199; level++) {
      content = contentItem('CONTAINER', 'Level', [[0x0040a730, 'SQ', [content]]]);
    }
    const items = await itemsOf(content);
    expect(items).toHaveLength(200);
    expect(items.at(-1)).toMatchObject({ depth: 199, value: 'x'.repeat(9000) });
  });

  it('gives the first 20,000 of more items, and their number', { timeout: 60_000 }, async () => {
    const item = contentItem('TEXT', 'n', [[0x0040a160, 'UT', 'v']]);
    const file = await attributesOfFile(reportFile(Array.from({ length: 20_005 }, () => item)));
    const { items, total } = readReportItems(file);
    expect([items.length, total]).toEqual([20_000, 20_005]);
  });
});
