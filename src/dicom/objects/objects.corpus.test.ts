import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { assert } from '../../base/assert';
import { ok } from '../../base/result';
import { corpusDir, type CorpusFile, readManifest } from '../../fixtures/corpus';
import { loadDictionary } from '../dictionary';
import { parsePart10 } from '../part10';
import { uidName } from '../uids';
import { attributesOf } from './attributes';
import { readBySopClass } from './by-sop-class';
import type { ObjectFace } from './object-face';

const dir = corpusDir();
const files = dir === null ? [] : readManifest(dir);

async function faceOf(path: string): Promise<ObjectFace> {
  const bytes = new Uint8Array(readFileSync(join(dir ?? '', path)));
  const file = parsePart10(bytes, {
    where: path,
    inflateRaw: (compressed) => ok(new Uint8Array(inflateRawSync(compressed))),
  });
  assert(file.ok, `${path} is DICOM`);
  return readBySopClass(attributesOf(file.value.dataSet, await loadDictionary()));
}

/** Those that no decoder gave a picture of, but for directories and what is no DICOM at all. */
function isWithoutPicture({ pixels, readable, path }: CorpusFile): boolean {
  return pixels === null && readable && !path.includes('DICOMDIR');
}

/** Value Type, name and value of the items of reports, or of the first of them, as pydicom 3.0 reads them. */
const REPORTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'modality/sr_document.dcm': [
    ['CODE', 'Language of Content Item and Descendants', 'English as used in the United States'],
    ['CODE', 'Observer Type', 'Person'],
    ['TEXT', 'Person Observer Name', 'Foo'],
    ['CODE', 'Observer Type', 'Device'],
    ['UIDREF', 'Device Observer UID', '1.2.826.0.1.3680043.8.498.21942475928007893653780457882384425166'],
    ['CODE', 'Procedure reported', 'CT unspecified body region'],
    ['CONTAINER', 'Image Library', ''],
    ['CONTAINER', 'Imaging Measurements', ''],
    ['CONTAINER', 'Measurement Group', ''],
    ['TEXT', 'Tracking Identifier', 'Planar ROI Measurements'],
    [
      'UIDREF',
      'Tracking Unique Identifier',
      '1.2.826.0.1.3680043.8.498.95005499519195632686309166061552196996',
    ],
    ['CODE', 'Finding', 'Spinal cord'],
    ['SCOORD', 'Image Region', 'CIRCLE, 2 points: (58, 52) (58, 41)'],
    ['IMAGE', 'Source Image', '1.3.6.1.4.1.5962.1.1.1.1.1.20040119072730.12322'],
    ['CODE', 'Finding Site', 'Cervico-thoracic spine'],
    ['CODE', 'Topographical Modifier', 'Vertebral foramen'],
    ['NUM', 'Area of defined region', '1.7 cm2'],
    [
      'UIDREF',
      'Tracking Unique Identifier',
      '1.2.826.0.1.3680043.8.498.80512978961795763786957351072754445307',
    ],
    ['CODE', 'Normality', 'Normal'],
    ['CODE', 'Level of Significance', 'Not significant'],
  ],
  'modality/test-SR.dcm': [
    ['UIDREF', 'Some UID', '1.2.3.4.5'],
    ['CONTAINER', '', ''],
    ['TEXT', 'Text Code', 'A mass of'],
    ['CODE', 'Code', 'Sample Code 1'],
    ['CODE', 'Code', 'Sample Code 2'],
    ['NUM', 'Diameter', '3 cm'],
    ['CODE', 'Code', 'Sample Code'],
    ['TEXT', 'Text Code', 'was detected.'],
    ['CONTAINER', '', ''],
    ['TEXT', 'Text Code', 'A mass of'],
    ['NUM', 'Diameter', '3 cm'],
    ['TEXT', 'Text Code', 'was detected.'],
    ['TEXT', 'Code', 'Sample Text\rA\nB\r\nC\n\r'],
    ['TEXT', 'Code', 'Inferred Sample Text\nNew line.\n\r&%$§"!()<>{}/;'],
    ['SCOORD', 'SCoord Code', 'CIRCLE, 2 points: (0, 0) (255, 255)'],
    ['TCOORD', 'TCoord Code', 'SEGMENT, 1.000000, 2.500000 s'],
    ['', '', ''],
    ['COMPOSITE', '', '9.8.7.6'],
    ['DATE', 'Date', '2000-12-06'],
    ['TIME', 'Time', '12:00:00'],
    ['DATETIME', 'DateTime', '2000-12-06 12:00:00'],
    ['IMAGE', '', '1.2.3.4.5.0'],
    ['CODE', 'Code', 'Sample Code 3'],
    ['CODE', 'Code', 'Sample Code 2'],
    ['', '', ''],
    ['TEXT', 'Code', 'Sample Text 2'],
    ['IMAGE', 'Key Image', '1.2.3.4.0.1'],
    ['WAVEFORM', '', '1.2.3.4.5'],
  ],
  'modality/reportsi.dcm': [
    ['CODE', 'Observation Context Mode', 'DIRECT'],
    ['PNAME', "Recording Observer's Name", 'Enter text'],
    ['TEXT', "Recording Observer's Organization Name", 'Enter text'],
    ['CODE', 'Observation Context Mode', 'PATIENT'],
    ['CONTAINER', 'Section Heading', ''],
    ['TEXT', 'Report Text', 'Enter text'],
    ['IMAGE', 'Image Reference', '0'],
    ['IMAGE', 'Image Reference', '0'],
  ],
  'transfer-syntax/report_dfl.dcm': [
    ['PNAME', 'Observer Name', 'Packer, David M. M. D.'],
    ['TEXT', 'Observer Organization Name', 'Redlands Clinic'],
    ['CONTAINER', '', ''],
    ['TEXT', 'Description', 'This 78-year-old gentleman referred by'],
    ['PNAME', 'Referring Physician', 'Fukuda, Dr.'],
  ],
};

describe.skipIf(dir === null)('objects of the corpus', () => {
  it('gives every file without a picture a face with the name of its SOP class, and a reason', async () => {
    const wrong: string[] = [];
    const withoutPicture = files.filter(isWithoutPicture);
    for (const { path, sopClassUID } of withoutPicture) {
      const face = await faceOf(path);
      const expected = sopClassUID === null ? '' : uidName(sopClassUID) || sopClassUID;
      if (face.sopClassName !== expected || face.whyNoPicture === '')
        wrong.push(`${path}: ${face.sopClassName}`);
    }
    console.log(`objects: ${String(withoutPicture.length)} files without a picture`);
    expect(wrong).toEqual([]);
  });

  it.each<readonly [path: string, kind: ObjectFace['kind'], title: string]>([
    ['modality/derived-ko.dcm', 'key-objects', 'Of Interest'],
    ['modality/PR_LUTs.dcm', 'presentation-state', 'scrambled modality lut / voi lut / presentation lut'],
    ['modality/derived-pr.dcm', 'presentation-state', 'UNNAMED'],
    ['modality/rtstruct.dcm', 'structure-set', 'sep30'],
    ['modality/rtplan_dicompyler.dcm', 'plan', 'B1'],
    ['modality/hanging-protocol.dcm', 'facts', 'NeurosurgeryPlan'],
    ['modality/palette_pet.dcm', 'facts', 'PET'],
    ['modality/reportsi.dcm', 'report', 'Document Title'],
  ])('tells %s as %s with its own title', async (path, kind, title) => {
    expect(await faceOf(path)).toMatchObject({ kind, title });
  });

  it.each(Object.entries(REPORTS))('reads the items of %s', async (path, expected) => {
    const face = await faceOf(path);
    assert(face.kind === 'report', 'it is a report');
    const read = face.content.items.map(({ valueType, name, value, reference, target }) =>
      target === undefined ? [valueType, name, reference?.uid ?? value] : ['', '', ''],
    );
    expect(read.slice(0, expected.length)).toEqual(expected);
  });

  it('counts the regions, contours and points of a structure set', async () => {
    const face = await faceOf('modality/rtstruct.dcm');
    const table = face.sections.find(({ heading }) => heading === 'Regions of interest');
    // By its Number of Contour Points (3006,0046): 5 + 6 + 6; the contours reach from -200 to 200, -150 to 150 and
    // -200 to -180 mm.
    expect(table).toMatchObject({
      rows: [
        { cells: ['1', 'patient', 'EXTERNAL', 'MANUAL', '3', '17', '400 × 300 × 20', '49200', 'patient'] },
        { cells: ['2', 'Isocenter 1', 'ISOCENTER', 'MANUAL', '1', '1', '', '', 'Isocenter Beam 1'] },
        { cells: ['3', 'Isocenter 2', 'ISOCENTER', 'MANUAL', '1', '1', '', '', 'Isocenter Beam 2'] },
      ],
    });
  });

  it('lists the beams of a plan', async () => {
    const face = await faceOf('modality/rtplan_dicompyler.dcm');
    const table = face.sections.find(({ heading }) => heading === 'Beams');
    assert(table?.as === 'table', 'there is a table of beams');
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['1', '3 RAO', 'DYNAMIC', 'PHOTON', '10', 'txmachine', '327', '0', '0', '97', 'MU', '92'],
      ['2', '4 AP', 'DYNAMIC', 'PHOTON', '6', 'txmachine', '0', '0', '0', '87', 'MU', '94'],
      ['3', '5 LAO', 'DYNAMIC', 'PHOTON', '6', 'txmachine', '56', '0', '0', '89', 'MU', '103'],
      ['4', '6 LPO', 'DYNAMIC', 'PHOTON', '10', 'txmachine', '150', '0', '0', '94', 'MU', '95'],
    ]);
  });
});
