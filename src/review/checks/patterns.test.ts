import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { reviewOf } from '../review-input.fixture';
import type { ReviewOptions } from '../review-options';
import { patternsCheck } from './patterns';

const SOP: DataSetDescription = [
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
  [0x00080018, 'UI', '1.2.3.4.1'],
];

async function find(content: DataSetDescription, options: Partial<ReviewOptions> = {}) {
  return patternsCheck.find(await reviewOf([{ path: 'a', content: [...SOP, ...content] }], { options }));
}

const comment = (text: string): DataSetDescription => [[0x00204000, 'LT', text]];

describe('the check on patterns', () => {
  it.each([
    ['call +49 30 1234567', 'a phone number', [5, 19]],
    ['to anna@example.org', 'an e-mail address', [3, 19]],
    ['SSN 916-73-5415', 'a number introduced as one of a person', [0, 15]],
    ['lives 12 Old Mill Road', 'a street address', [6, 22]],
    ['seen 19.4.2021', 'a date', [5, 14]],
    ['by Dr Gruber', 'a name with a title', [3, 12]],
    ['Pt: Anna Gruber', 'a name introduced as one', [0, 15]],
    ['Gruber^Anna', 'a person’s name as DICOM writes it', [0, 11]],
    ['THORAX 41648859/7', 'a number as patients have them', [7, 17]],
  ])('finds in "%s" %s', async (text, words, mark) => {
    const found = await find(comment(text));
    expect(found).toMatchObject([{ severity: 'check', identifying: true, value: text, marks: [mark] }]);
    expect(found[0]?.message).toBe(`Looks as if it holds ${words}.`);
  });

  it.each([
    'AX T1 FLAIR POST GAD 5mm',
    'Neck Angio (Adult) 2.0',
    'Reformatted 1.25mm, 0019610304 voxels, FOV 250',
    'counts 41648859 kcounts',
    'series 471122, sum 0041648859, ratio 0.41648859',
    'MR HEAD, DR CHEST, PT WHOLE BODY',
    'Pt Left Lateral, Patient: Supine Feet First',
    '512 x 512 x 120; 0.9375\\0.9375; -120.5',
    'B30f 120 kV 250 mAs TE 4.6 TR 500',
  ])('takes "%s" for nothing', async (text) => {
    expect(await find(comment(text))).toEqual([]);
  });

  it('passes over versions of software, and names of devices', async () => {
    expect(
      await find([
        [0x00181020, 'LO', 'VB17A 2021-04-19'],
        [0x00081090, 'LO', 'Scanner 2021-04-19'],
      ]),
    ).toEqual([]);
  });

  it('passes over studies that are called `Region^Exam`', async () => {
    expect(await find([[0x00081030, 'LO', 'Specials^Ankles']])).toEqual([]);
  });

  it('takes a long number in a private attribute for a number, and a date there for a note', async () => {
    const found = await find([
      [0x00290010, 'LO', 'ACME'],
      [0x00291001, 'LO', '41648859'],
      [0x00291002, 'LO', '2021-04-19'],
    ]);
    expect(found).toMatchObject([{ severity: 'note', identifying: false, value: '2021-04-19' }]);
  });

  it('needs three letters on either side of a caret in bytes', async () => {
    const bytes = (text: string): DataSetDescription => [
      [0x00290010, 'LO', 'ACME'],
      [0x00291001, 'OB', new TextEncoder().encode(`\u0001${text}\u0000`)],
    ];
    expect(await find(bytes('Gruber^Anna'))).toHaveLength(1);
    expect(await find(bytes('Xy^Zw'))).toEqual([]);
  });

  it('does not say again what is an echo, or what the profile reports', async () => {
    const phone: DataSetDescription = [[0x00102154, 'SH', '+49 30 1234567']];
    expect(await find(phone)).toEqual([]);
    expect(await find([...phone, ...comment('call +49 30 1234567')])).toEqual([]);
    const both = await find([...phone, ...comment('call +49 30 1234567 or anna@example.org')]);
    expect(both).toMatchObject([{ marks: [[23, 39]], message: 'Looks as if it holds an e-mail address.' }]);
  });

  it('says of a page for all that it is a note', async () => {
    expect(await find(comment('www.example.org/products'))).toMatchObject([
      { severity: 'note', identifying: false },
    ]);
  });

  it('looks into documents and files that are not DICOM', async () => {
    const input = await reviewOf([
      {
        path: 'a.txt',
        content: new Uint8Array([1]),
        inside: [{ kind: 'non-dicom', text: 'tel. 030 1234567' }],
      },
    ]);
    expect(patternsCheck.find(input)).toHaveLength(1);
  });

  it('passes over what the reviewer allows', async () => {
    expect(await find(comment('seen 19.4.2021'), { termsToAllow: ['19.4.2021'] })).toEqual([]);
  });
});
