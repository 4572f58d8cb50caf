import { describe, expect, it } from 'vitest';
import {
  type DataSetDescription,
  EXPLICIT_BIG_ENDIAN,
  type Part10Options,
} from '../../fixtures/dicom-writer';
import { reviewOf } from '../review-input.fixture';
import { retiredCheck } from './retired';

async function find(contents: readonly DataSetDescription[], part10: Part10Options = {}) {
  const files = contents.map((own, index) => ({
    path: `${index}`,
    content: [
      [0x00080018, 'UI', `1.2.3.4.${index + 1}`],
      [0x0020000d, 'UI', '1.2.3'],
      ...own,
    ] as DataSetDescription,
    part10,
  }));
  return retiredCheck.find(await reviewOf(files));
}

describe('the check on what is retired and irregular', () => {
  it('finds nothing in a usual file', async () => {
    const usual: DataSetDescription = [
      [0x00080008, 'CS', ['ORIGINAL', 'PRIMARY', 'M_FFE']],
      [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.4'],
      [0x00080020, 'DA', '20240229'],
      [0x00080030, 'TM', '235960.5'],
      [0x00081030, 'LO', 'Kopf, nativ'],
      [0x00100010, 'PN', 'Roe^Richard^^Dr.'],
      [0x00101010, 'AS', '042Y'],
      [0x00080005, 'CS', ''],
    ];
    expect(await find([usual])).toEqual([]);
  });

  it('finds retired transfer syntaxes and SOP classes', async () => {
    const found = await find([[[0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.6']]], {
      transferSyntaxUid: EXPLICIT_BIG_ENDIAN,
    });
    expect(found.map(({ message }) => message)).toEqual([
      'The transfer syntax Explicit VR Big Endian is retired.',
      'The SOP class Ultrasound Image Storage is retired.',
    ]);
    expect(found).toMatchObject([{ severity: 'note', identifying: false }, { severity: 'note' }]);
  });

  it('finds files that do not start as they should', async () => {
    const found = await find([[], []], { hasPreamble: false });
    expect(found).toMatchObject([{ place: { files: [0, 1] } }]);
    expect(found[0]?.message).toContain('no preamble');
  });

  it.each([
    [0x00080020, 'DA', '2024-02-29', 'not a date'],
    [0x00080030, 'TM', '24:00', 'not a time'],
    [0x0008002a, 'DT', 'yesterday', 'not a date and time'],
    [0x00101010, 'AS', '42', 'not an age'],
    [0x00200052, 'UI', '1.2.x', 'not a UID'],
    [0x00200052, 'UI', `1.${'2'.repeat(63)}`, 'not a UID'],
    [0x00080060, 'CS', 'Anon', 'not a code string'],
    [0x00080060, 'CS', 'A'.repeat(17), 'longer than the 16 characters of CS'],
    [0x00200010, 'SH', 'a'.repeat(17), 'longer than the 16 characters of SH'],
    [0x00081030, 'LO', 'a'.repeat(65), 'longer than the 64 characters of LO'],
    [0x00100010, 'PN', 'a'.repeat(65), 'longer than the 64 characters of PN'],
  ])('finds a value that is not as its VR asks, %#', async (tag, vr, value, error) => {
    const found = await find([[[tag, vr, value]]]);
    expect(found).toMatchObject([{ severity: 'note', identifying: false, value }]);
    expect(found[0]?.message).toContain(error);
  });

  it('counts characters, and each value and each group of a name by itself', async () => {
    const found = await find([
      [
        [0x00080005, 'CS', 'ISO_IR 192'],
        [0x00081030, 'LO', 'ü'.repeat(64)],
        [0x00100010, 'PN', `${'a'.repeat(60)}=${'b'.repeat(60)}`],
        [0x00101000, 'LO', ['a'.repeat(60), 'b'.repeat(60)]],
      ],
    ]);
    expect(found).toEqual([]);
  });

  it('names one kind of error of one attribute once, however many values have it', async () => {
    const wrong = ['1', '2', '3'].map((time): DataSetDescription => [[0x00080030, 'TM', `10:0${time}`]]);
    const found = await find([...wrong, [[0x00080030, 'TM', '1001']]]);
    expect(found).toMatchObject([
      {
        value: '10:01',
        message: 'The value is not a time, as are 2 other values here.',
        place: { files: [0, 1, 2] },
      },
    ]);
  });
});
