import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { reviewOf } from '../review-input.fixture';
import type { ReviewOptions } from '../review-options';
import { echoesCheck } from './echoes';

const ROE: DataSetDescription = [
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
  [0x00080018, 'UI', '1.2.3.4.1'],
  [0x00100010, 'PN', 'Gruber^Anna'],
  [0x00100020, 'LO', 'H-11705483'],
  [0x00100030, 'DA', '19610304'],
];

async function find(content: DataSetDescription, options: Partial<ReviewOptions> = {}) {
  return echoesCheck.find(await reviewOf([{ path: 'a', content: [...ROE, ...content] }], { options }));
}

describe('the check on echoes', () => {
  it('marks what it found, and says where else it stands', async () => {
    expect(await find([[0x0008103e, 'LO', 'AX for Anna Gruber']])).toMatchObject([
      {
        severity: 'stop',
        identifying: true,
        value: 'AX for Anna Gruber',
        marks: [
          [7, 11],
          [12, 18],
        ],
        message: "Holds the names Anna and Gruber, which also stand in (0010,0010) Patient's Name.",
      },
    ]);
  });

  it('looks at any depth, in private attributes, and in bytes of which nobody knows what they are', async () => {
    const found = await find([
      [0x00290010, 'LO', 'ACME'],
      [0x00291001, 'LO', 'Anna Gruber'],
      [0x00291002, 'UN', new TextEncoder().encode('\u0001\u0002H-11705483\u0000')],
      [0x00400275, 'SQ', [[[0x00400007, 'LO', 'FOLLOW UP GRUBER']]]],
      [0x00204000, 'LT', 'b. 4.3.1961'],
    ]);
    const paths = found.map(({ place }) => ('held' in place ? place.held.place.path : ''));
    expect(paths.toSorted()).toEqual(['00204000', '00291001', '00291002', '00400275[].00400007']);
  });

  it('looks into documents and files that are not DICOM, but leaves paths and hidden bytes to others', async () => {
    const kinds = ['non-dicom', 'picture-metadata', 'preamble', 'trailing', 'jpeg'] as const;
    const input = await reviewOf([
      { path: 'Gruber/Gruber.dcm', content: ROE },
      ...kinds.map((kind) => ({
        path: `${kind}.bin`,
        content: new Uint8Array([1]),
        inside: [{ kind, text: 'Anna Gruber' }],
      })),
    ]);
    const found = echoesCheck.find(input).map(({ place }) => ('held' in place ? place.held.place.kind : ''));
    expect(found).toEqual(['non-dicom', 'picture-metadata']);
  });

  it('does not report the name in the name, nor what the profile reports', async () => {
    expect(await find([[0x00101001, 'PN', 'Gruber^Anna']])).toEqual([]);
    expect(await find([[0x00101002, 'SQ', [[[0x00100020, 'LO', 'H-11705483']]]]])).toEqual([]);
    expect(await find([[0x00080050, 'SH', 'H-11705483']])).toEqual([]);
  });

  it('passes over codes, manufacturers, versions and coding schemes', async () => {
    expect(
      await find([
        [0x00080008, 'CS', 'GRUBER\\PRIMARY'],
        [0x00080070, 'LO', 'Gruber Instruments'],
        [0x00181020, 'LO', 'Gruber 4'],
      ]),
    ).toEqual([]);
  });

  it('says of a name that only a text tells where else it stands, but not in that text itself', async () => {
    const found = await find([
      [0x00104000, 'LT', 'Patient: Carla Castro'],
      [0x00204000, 'LT', 'for Castro'],
    ]);
    expect(found).toMatchObject([
      {
        value: 'for Castro',
        message: 'Holds the name Castro, which also stands in (0010,4000) Patient Comments.',
      },
    ]);
  });

  it('takes a number of the visit for less than one of the patient', async () => {
    const found = await find([
      [0x00380010, 'LO', 'V-7711004'],
      [0x00204000, 'LT', 'see V-7711004'],
    ]);
    expect(found).toMatchObject([{ severity: 'check', identifying: true }]);
  });

  it('finds the own terms of the reviewer, and passes over what they allow', async () => {
    const content: DataSetDescription = [[0x00081030, 'LO', 'Project Bluebird']];
    expect(await find(content, { termsToFind: ['bluebird'] })).toMatchObject([
      { severity: 'stop', message: 'Holds what you look for: bluebird.' },
    ]);
    const echo: DataSetDescription = [[0x00081030, 'LO', 'CT Gruber']];
    expect(await find(echo, { termsToAllow: ['CT Gruber'] })).toEqual([]);
    expect(await find(echo, { termsToAllow: ['gruber'] })).toEqual([]);
  });

  it.each(['Parkinson disease, Hodgkin lymphoma', 'T1 long axis, white matter', 'AX T1 FLAIR POST GAD'])(
    'takes "%s" for no echo, whoever the patients are',
    async (text) => {
      const files = ['Parkinson^Ada', 'Hodgkin^Bela', 'Long^Carla', 'White^Dora', 'Post^Else'].map(
        (name) => ({
          path: name,
          content: [...ROE.slice(0, 2), [0x00100010, 'PN', name], [0x00204000, 'LT', text]] as const,
        }),
      );
      expect(echoesCheck.find(await reviewOf(files))).toEqual([]);
    },
  );
});
