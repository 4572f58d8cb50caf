import { describe, expect, it } from 'vitest';
import { type DataSetDescription, writePart10 } from '../../fixtures/dicom-writer';
import { reviewOf } from '../review-input.fixture';
import { requiredAttributesCheck } from './required-attributes';

const CT = '1.2.840.10008.5.1.4.1.1.2';
const SECONDARY_CAPTURE = '1.2.840.10008.5.1.4.1.1.7';
const RAW_DATA = '1.2.840.10008.5.1.4.1.1.66';

/** Type 1 and 2 of the modules that a secondary capture must have (PS3.3 A.8.1), written out from the standard. */
const COMPLETE: DataSetDescription = [
  [0x00080016, 'UI', SECONDARY_CAPTURE],
  [0x00080018, 'UI', '1.2.3.4.1'],
  [0x00080020, 'DA', ''],
  [0x00080030, 'TM', ''],
  [0x00080050, 'SH', ''],
  [0x00080060, 'CS', 'OT'],
  [0x00080064, 'CS', 'WSD'],
  [0x00080090, 'PN', ''],
  [0x00100010, 'PN', ''],
  [0x00100020, 'LO', ''],
  [0x00100030, 'DA', ''],
  [0x00100040, 'CS', ''],
  [0x0020000d, 'UI', '1.2.3'],
  [0x0020000e, 'UI', '1.2.3.4'],
  [0x00200010, 'SH', ''],
  [0x00200011, 'IS', ''],
  [0x00200013, 'IS', ''],
  [0x00280002, 'US', 1],
  [0x00280004, 'CS', 'MONOCHROME2'],
  [0x00280010, 'US', 1],
  [0x00280011, 'US', 2],
  [0x00280100, 'US', 8],
  [0x00280101, 'US', 8],
  [0x00280102, 'US', 7],
  [0x00280103, 'US', 0],
  [0x7fe00010, 'OB', new Uint8Array(2)],
];

function without(...tags: readonly number[]): DataSetDescription {
  return COMPLETE.filter(([tag]) => !tags.includes(tag));
}

async function find(...contents: readonly (DataSetDescription | Uint8Array<ArrayBuffer>)[]) {
  const files = contents.map((content, index) => ({ path: `${index}`, content }));
  return requiredAttributesCheck.find(await reviewOf(files));
}

describe('the check on missing attributes', () => {
  it('finds nothing in an object that has them all, those of type 2 empty', async () => {
    expect(await find(COMPLETE)).toEqual([]);
  });

  it('finds type 1 missing or empty, and type 2 missing, each once for all files', async () => {
    const found = await find(without(0x00100030, 0x00080064), without(0x00100030), [
      ...without(0x00080064),
      [0x00080064, 'CS', ''],
    ]);
    expect(found).toMatchObject([
      {
        severity: 'note',
        identifying: false,
        value: 'missing (type 2)',
        place: { path: '00100030', files: [0, 1] },
      },
      { severity: 'check', value: 'missing (type 1)', place: { path: '00080064', files: [0] } },
      { severity: 'check', value: 'empty (type 1)', place: { path: '00080064', files: [2] } },
    ]);
    expect(found[0]?.message).toBe(
      'Patient’s Birth Date is missing: the module Patient (PS3.3 C.7.1.1) requires it, with or without a value.',
    );
  });

  it('goes by the kind of object', async () => {
    const asCt: DataSetDescription = [...without(0x00080016), [0x00080016, 'UI', CT]];
    const paths = (await find(asCt)).map(({ place }) => ('path' in place ? place.path : ''));
    // Image Position (Patient), Rescale Slope, Manufacturer; KVP may be empty but is not there.
    for (const path of ['00200032', '00281053', '00080070', '00180060']) expect(paths).toContain(path);
    expect(paths).not.toContain('00080064');
  });

  it('says nothing of objects whose modules it does not know', async () => {
    expect(await find([...without(0x00080016, 0x00080064), [0x00080016, 'UI', RAW_DATA]])).toEqual([]);
  });

  it('says nothing of a file that ends before its pixels, but of one that ends in them', async () => {
    const bytes = writePart10(without(0x00100030));
    expect(await find(bytes.slice(0, -30))).toEqual([]);
    expect(await find(bytes.slice(0, -1))).toHaveLength(1);
  });
});
