import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { reviewOf } from '../review-input.fixture';
import { characterSetsCheck } from './character-sets';

/** `Müller` in ISO 8859-1, which is no UTF-8. */
const MUELLER = new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]);

async function find(...contents: readonly DataSetDescription[]) {
  const files = contents.map((own, index) => ({
    path: `${index}`,
    content: [
      [0x00080018, 'UI', `1.2.3.4.${index}`],
      [0x0020000d, 'UI', '1.2.3'],
      ...own,
    ] as DataSetDescription,
  }));
  return characterSetsCheck.find(await reviewOf(files));
}

describe('the check on character sets', () => {
  it('finds nothing wrong with text that is in its character set', async () => {
    const found = await find(
      [
        [0x00080005, 'CS', 'ISO_IR 100'],
        [0x00104000, 'LT', MUELLER],
      ],
      [
        [0x00080005, 'CS', 'ISO_IR 192'],
        [0x00104000, 'LT', 'Müller'],
      ],
      [[0x00104000, 'LT', 'Mueller']],
    );
    expect(found).toEqual([]);
  });

  it('finds text beyond ASCII where no character set is declared, once', async () => {
    const found = await find(
      [[0x00104000, 'LT', MUELLER]],
      [[0x00400280, 'ST', MUELLER]],
      [[0x00081030, 'LO', 'plain']],
    );
    expect(found).toMatchObject([
      { severity: 'note', identifying: false, value: 'Müller', place: { files: [0, 1] } },
    ]);
    expect(found[0]?.message).toContain('as in 1 other value');
  });

  it('finds unknown terms, once for each', async () => {
    const unknown: DataSetDescription = [[0x00080005, 'CS', 'ISO_IR 999']];
    const found = await find(unknown, unknown, [[0x00080005, 'CS', 'ISO-8859-1']]);
    expect(found.map(({ value }) => value)).toEqual(['ISO_IR 999', 'ISO-8859-1']);
    expect(found[0]?.message).toBe('Specific Character Set: unknown character set ISO_IR 999.');
  });

  it('finds text that its declared character set does not have, once for each of them', async () => {
    const wrong: DataSetDescription = [
      [0x00080005, 'CS', 'ISO_IR 192'],
      [0x00100010, 'PN', MUELLER],
    ];
    expect(await find(wrong, wrong)).toMatchObject([
      {
        value: 'ISO_IR 192',
        message: 'Text is not in the declared character set; it is read as windows-1252.',
        place: { files: [0, 1] },
      },
    ]);
  });

  it('finds and marks replacement characters', async () => {
    const found = await find([
      [0x00080005, 'CS', 'ISO_IR 192'],
      [0x00081030, 'LO', 'M\ufffdller'],
    ]);
    expect(found).toMatchObject([{ value: 'M\ufffdller', marks: [[1, 2]] }]);
  });

  it('leaves attributes alone that have no character set, and bytes that are no text', async () => {
    const found = await find([
      [0x00080008, 'CS', 'ORIGINAL'],
      [0x00290010, 'LO', 'ACME'],
      [0x00291010, 'OB', new Uint8Array([0xc3, 0xbc, 0xc3, 0xbc, 0xc3, 0xbc, 0xc3, 0xbc, 0x41, 0x42])],
    ]);
    expect(found).toEqual([]);
  });
});
