import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import type { Identifiers } from './identifiers';
import { reviewOf } from '../review-input.fixture';
import type { ReviewOptions } from '../review-options';

const SOP: DataSetDescription = [
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
  [0x00080018, 'UI', '1.2.3.4.1'],
];

async function learn(
  content: DataSetDescription,
  options: Partial<ReviewOptions> = {},
): Promise<Identifiers> {
  const input = await reviewOf([{ path: 'a', content: [...SOP, ...content] }], { options });
  return input.identifiers;
}

function found({ findIn }: Identifiers, text: string): readonly string[] {
  return findIn(text).map(({ range }) => text.slice(...range));
}

const name = (text: string): DataSetDescription => [[0x00100010, 'PN', text]];
const id = (text: string): DataSetDescription => [[0x00100020, 'LO', text]];

describe('names that are learnt', () => {
  it('are found by each of their parts, in any case and with or without diacritics', async () => {
    const identifiers = await learn(name('Núñez-Roe^Søren'));
    expect(found(identifiers, 'seen: NUNEZ, soren; Soeren Núñez-Roe')).toEqual([
      'NUNEZ',
      'soren',
      'Soeren',
      'Núñez-Roe',
    ]);
  });

  it('are no part of other words, but may have an apostrophe, a digit or an underscore beside them', async () => {
    const identifiers = await learn(name('Gruber^Anna'));
    expect(found(identifiers, 'Grubers Annahof, Gruberova')).toEqual([]);
    expect(found(identifiers, 'Gruber’s IMG_Gruber_Anna2')).toEqual(['Gruber', 'Gruber', 'Anna']);
    expect(found(identifiers, 'annagruber agruber')).toEqual(['annagruber', 'agruber']);
  });

  it('are read with all component groups, without spaces around the ideographic ones', async () => {
    const identifiers = await learn([
      [0x00080005, 'CS', 'ISO_IR 192'],
      [0x00100010, 'PN', 'Yamada^Tarou=山田^太郎=やまだ^たろう'],
    ]);
    expect(found(identifiers, '患者山田さん, やまだ, TAROU')).toEqual(['山田', 'やまだ', 'TAROU']);
  });

  it('are those of physicians and operators too, in private attributes, in items and in reports', async () => {
    const identifiers = await learn([
      [0x00080090, 'PN', 'Abbott^Ada'],
      [0x00081070, 'PN', 'Bergson^Bela'],
      [0x00290010, 'LO', 'ACME'],
      [0x00291001, 'PN', 'Castro^Carla'],
      [0x0040a730, 'SQ', [[[0x0040a123, 'PN', 'Dietrich^Dora']]]],
      [0x04000561, 'SQ', [[[0x04000550, 'SQ', [[[0x00100010, 'PN', 'Eriksen^Else']]]]]]],
    ]);
    const text = 'Abbott, Bergson, Castro, Dietrich, Eriksen';
    expect(found(identifiers, text)).toEqual(text.split(', '));
  });

  it('are those that a text tells: as in VR PN, introduced, with a title, in an e-mail address', async () => {
    const identifiers = await learn([
      [0x00204000, 'LT', 'Patient: Anna Gruber, seen by Dr. Castro; mail bela.bergson@example.org'],
      [0x00290010, 'LO', 'ACME'],
      [0x00291001, 'OB', new TextEncoder().encode('\u0001\u0002Dietrich^Dora\u0000')],
    ]);
    const text = 'Gruber, Castro, Bergson, Dietrich';
    expect(found(identifiers, text)).toEqual(text.split(', '));
  });

  it('are not what stands in for a name, nor parts of two letters, particles and titles', async () => {
    expect((await learn(name('ANONYMOUS^0001'))).all).toEqual([]);
    const identifiers = await learn(name('von der Li^Bo^^Prof'));
    expect(found(identifiers, 'von Li der Bo Prof')).toEqual([]);
  });

  it('are not studies that a scanner calls `Region^Exam`', async () => {
    const identifiers = await learn([
      [0x00081030, 'LO', 'Specials^Ankles'],
      [0x00204000, 'LT', 'Knee^General'],
    ]);
    expect(identifiers.all).toEqual([]);
  });
});

describe('names that are words', () => {
  it.each([
    ['Field^Grant', 'AX FIELD MAP, grant of field', []],
    ['Field^Grant', 'CT for Grant Field', ['Grant', 'Field']],
    ['Field^Grant', 'Field_Grant_2', ['Field', 'Grant']],
    ['Field^Grant', 'FIELD,GRANT', ['FIELD', 'GRANT']],
    ['White^Faith', 'white matter; Dr White saw', ['White']],
    ['White^Faith', 'MR WHITE MATTER, for white matter', []],
    ['Parkinson^Ada', 'Parkinson disease', []],
    ['Modality^Ada', 'a word of the standard: modality', []],
    ['Tsu^Bela', 'AX TSU 5mm', []],
    ['Tsu^Bela', 'Bela Tsu, Dr Tsu', ['Bela', 'Tsu', 'Tsu']],
  ])('of %s, "%s" holds %j', async (of, text, expected) => {
    expect(found(await learn(name(of)), text)).toEqual(expected);
  });

  it('are not found beside the name of somebody else', async () => {
    const identifiers = await learn([
      [0x00100010, 'PN', 'Long^Ada'],
      [0x00080090, 'PN', 'White^Bela'],
    ]);
    expect(found(identifiers, 'long white matter tracts')).toEqual([]);
  });
});

describe('numbers that are learnt', () => {
  it.each([
    ['63483683/7', 'THORAX 63483683/7', ['63483683/7']],
    ['63483683/7', 'see 634836837, 63483683-7', ['634836837', '63483683-7']],
    ['H-11705483', 'h 11705483 and 11705483', ['h 11705483', '11705483']],
    ['63483683', 'no 0063483683', ['63483683']],
    ['63483683', '163483683 634836831 0.63483683 1.63483683.2', []],
    ['AB12', 'ab12, xab12, AB123', ['ab12']],
    ['4711', 'slice 4711 of 4711', []],
    ['4711', 'MRN: 4711', ['4711']],
    ['47115', 'slice 47115', []],
    ['47115', '47115', ['47115']],
    ['471', 'ID 471', []],
  ])('%s in "%s": %j', async (of, text, expected) => {
    expect(found(await learn(id(of)), text)).toEqual(expected);
  });

  it('are accession numbers and others of the visit, but no day that stands for one', async () => {
    const identifiers = await learn([
      [0x00080050, 'SH', 'A2179781'],
      [0x00200010, 'SH', '20210419'],
      [0x00380010, 'LO', 'V-771100'],
    ]);
    expect(found(identifiers, 'A2179781 20210419 V771100')).toEqual(['A2179781', 'V771100']);
  });

  it('are long numbers in what describes a study, for their echoes elsewhere', async () => {
    const identifiers = await learn([[0x00081030, 'LO', 'THORAX 41648859/7']]);
    expect(found(identifiers, '416488597')).toEqual(['416488597']);
    expect([...identifiers.numbers.keys()]).toContain('416488597');
  });

  it('are no parts of dates and phone numbers in such a text', async () => {
    expect((await learn([[0x00081030, 'LO', 'call +49 30 1234567, 20210419']])).all).toEqual([]);
  });

  it('are no codes that stand for the name as well as for the ID', async () => {
    const identifiers = await learn([...name('TRIAL-0012'), ...id('TRIAL-0012')]);
    expect(identifiers.all).toEqual([]);
  });
});

describe('what else is learnt', () => {
  it('birth dates, in whatever form', async () => {
    const identifiers = await learn([[0x00100030, 'DA', '19610304']]);
    const text = '1961-03-04 4.3.1961 03/04/1961 4 March 1961 04.03.61 19610305';
    expect(found(identifiers, text)).toEqual([
      '1961-03-04',
      '4.3.1961',
      '03/04/1961',
      '4 March 1961',
      '04.03.61',
    ]);
  });

  it('phone numbers with and without the code of the country, addresses and their streets', async () => {
    const identifiers = await learn([
      [0x00102154, 'SH', '+1 555 0110 3482'],
      [0x00101040, 'LO', '512 Elm Street, Port Roe'],
    ]);
    expect(found(identifiers, '(555) 01103482; 512 ELM STREET')).toEqual(['555) 01103482', '512 ELM STREET']);
  });

  it('institutions with their initials in capitals, unless institutions may stay', async () => {
    const content: DataSetDescription = [[0x00080080, 'LO', 'University Hospital of Ashford']];
    expect(found(await learn(content), 'at UHA, uha; University Hospital of Ashford')).toEqual([
      'UHA',
      'University Hospital of Ashford',
    ]);
    const allowed = await learn(content, { allowed: ['retainInstitutionIdentity'] });
    expect(allowed.all).toEqual([]);
  });

  it('what the reviewer looks for, however short or common', async () => {
    const identifiers = await learn([], { termsToFind: ['Long', 'Q7', '12'] });
    expect(found(identifiers, 'long axis, q7, 12 of 120')).toEqual(['long', 'q7', '12']);
  });

  it('not what the reviewer allows, of a name any part', async () => {
    const identifiers = await learn(name('Gruber^Anna'), { termsToAllow: ['anna'] });
    expect(found(identifiers, 'Anna Gruber')).toEqual(['Gruber']);
  });
});
