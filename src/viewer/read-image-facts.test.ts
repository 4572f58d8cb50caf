import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { ok } from '../base/result';
import { parsePart10 } from '../dicom/part10';
import { writePart10, type DataSetDescription, type ElementDescription } from '../fixtures/dicom-writer';
import { readImageFacts } from './read-image-facts';

const EXPLICIT = '1.2.840.10008.1.2.1';
const IMPLICIT = '1.2.840.10008.1.2';

function factsOf(elements: DataSetDescription, frameIndex = 0, transferSyntaxUid = EXPLICIT) {
  const bytes = writePart10(elements, { transferSyntaxUid });
  const file = parsePart10(bytes, { where: 'test.dcm', inflateRaw: ok });
  assert(file.ok, 'the file is readable');
  return readImageFacts(file.value.dataSet, frameIndex, transferSyntaxUid);
}

const SIZE: readonly ElementDescription[] = [
  [0x00280010, 'US', 256],
  [0x00280011, 'US', 512],
];

describe('readImageFacts', () => {
  it('reads a plain image', () => {
    const facts = factsOf([
      ...SIZE,
      [0x00080005, 'CS', 'ISO_IR 192'],
      [0x00100010, 'PN', 'Müller^Jürgen'],
      [0x00100020, 'LO', 'P 1'],
      [0x00100030, 'DA', '19700131'],
      [0x00101010, 'AS', '045Y'],
      [0x00080060, 'CS', 'MR'],
      [0x00081030, 'LO', 'Schädel'],
      [0x0008103e, 'LO', 'T1'],
      [0x00200011, 'IS', '4'],
      [0x00080022, 'DA', '20240309'],
      [0x00080032, 'TM', '142501.5'],
      [0x00180081, 'DS', '54'],
      [0x00180080, 'DS', '3700'],
      [0x00180087, 'DS', '3'],
      [0x00180050, 'DS', '4'],
      [0x00201041, 'DS', '41.33'],
      [0x00280030, 'DS', ['0.5', '0.25']],
      [0x00200032, 'DS', ['-1', '2', '3.5']],
      [0x00200037, 'DS', ['1', '0', '0', '0', '1', '0']],
      [0x00200060, 'CS', 'L'],
      [0x00185100, 'CS', 'HFS'],
    ]);
    expect(facts).toMatchObject({
      patientName: 'Müller^Jürgen',
      patientId: 'P 1',
      patientBirthDate: '19700131',
      patientAge: '045Y',
      modality: 'MR',
      studyDescription: 'Schädel',
      seriesDescription: 'T1',
      seriesNumber: '4',
      acquisitionDate: '20240309',
      acquisitionTime: '142501.5',
      echoTime: 54,
      repetitionTime: 3700,
      magneticFieldStrength: 3,
      sliceThicknessMm: 4,
      sliceLocationMm: 41.33,
      rows: 256,
      columns: 512,
      // Row spacing first; a pixel is 0.5 high and 0.25 wide.
      spacing: { rowMm: 0.5, columnMm: 0.25, plane: 'patient' },
      pixelAspect: 2,
      plane: { position: [-1, 2, 3.5], row: [1, 0, 0], column: [0, 1, 0] },
      laterality: 'L',
      patientPosition: 'HFS',
      transferSyntaxName: 'Explicit VR Little Endian',
    });
  });

  it('says of a file that says nothing: nothing', () => {
    expect(factsOf(SIZE)).toMatchObject({
      patientName: '',
      acquisitionDate: '',
      echoTime: null,
      sliceThicknessMm: null,
      spacing: null,
      plane: null,
      patientOrientation: null,
      pixelAspect: 1,
      cine: { frameTimesMs: [] },
      suvPerUnit: null,
    });
  });

  it('reads implicit VR alike', () => {
    const elements: DataSetDescription = [...SIZE, [0x00100010, 'PN', 'Roe^Jane'], [0x00180081, 'DS', '54']];
    expect(factsOf(elements, 0, IMPLICIT)).toMatchObject({
      rows: 256,
      columns: 512,
      patientName: 'Roe^Jane',
      echoTime: 54,
    });
  });

  it('takes no plane from directions that are none, and no number from what is none', () => {
    const position: ElementDescription = [0x00200032, 'DS', ['0', '0', '0']];
    const withCosines = (cosines: readonly string[]) =>
      factsOf([position, [0x00200037, 'DS', cosines]]).plane;
    expect(withCosines(['0', '0', '0', '0', '0', '0'])).toBeNull();
    expect(withCosines(['1', '0', '0', '1', '0', '0'])).toBeNull();
    expect(withCosines(['1', '0', '0', '0', '1'])).toBeNull();
    expect(withCosines(['1', '0', '0', '0', 'x', '0'])).toBeNull();
    expect(factsOf([[0x00180050, 'DS', 'thin']]).sliceThicknessMm).toBeNull();
  });

  it('reads Patient Orientation', () => {
    expect(factsOf([[0x00200020, 'CS', ['A', 'FR']]]).patientOrientation).toEqual(['A', 'FR']);
    expect(factsOf([[0x00200020, 'CS', 'A']]).patientOrientation).toBeNull();
  });
});

describe('spacing and aspect', () => {
  const imager: ElementDescription = [0x00181164, 'DS', ['0.1', '0.1']];

  it('of Imager Pixel Spacing alone is that of the detector', () => {
    expect(factsOf([imager]).spacing).toEqual({ rowMm: 0.1, columnMm: 0.1, plane: 'detector' });
  });

  it('of Pixel Spacing is the patient’s where it is calibrated, the detector’s where both are the same', () => {
    expect(factsOf([imager, [0x00280030, 'DS', ['0.08', '0.08']]]).spacing).toEqual({
      rowMm: 0.08,
      columnMm: 0.08,
      plane: 'patient',
    });
    expect(factsOf([imager, [0x00280030, 'DS', ['0.1', '0.1']]]).spacing?.plane).toBe('detector');
  });

  it('of a width or height of 0 is none', () => {
    expect(factsOf([[0x00280030, 'DS', ['0', '0.5']]]).spacing).toBeNull();
  });

  function region(unit: number, deltaX: number, deltaY: number): DataSetDescription {
    return [
      [0x00186024, 'US', unit],
      [0x00186026, 'US', 3],
      [0x0018602c, 'FD', deltaX],
      [0x0018602e, 'FD', deltaY],
    ];
  }

  it('of ultrasound regions in cm is in mm', () => {
    // A second region, of time (4: seconds) over depth, has no length in both directions.
    const facts = factsOf([[0x00186011, 'SQ', [region(3, 0.02, -0.02), region(4, 0.001, 0.02)]]]);
    expect(facts.spacing).toEqual({ rowMm: 0.2, columnMm: 0.2, plane: 'ultrasound' });
  });

  it('of ultrasound regions that differ is none', () => {
    expect(factsOf([[0x00186011, 'SQ', [region(3, 0.02, 0.02), region(3, 0.03, 0.03)]]]).spacing).toBeNull();
  });

  it('takes Pixel Aspect Ratio, vertical over horizontal, where there is no spacing', () => {
    expect(factsOf([[0x00280034, 'IS', ['6', '5']]]).pixelAspect).toBe(1.2);
    expect(factsOf([[0x00280034, 'IS', ['0', '5']]]).pixelAspect).toBe(1);
  });
});

describe('functional groups', () => {
  function frame(z: string, dateTime: string): DataSetDescription {
    return [
      [0x00209113, 'SQ', [[[0x00200032, 'DS', ['0', '0', z]]]]],
      [0x00209111, 'SQ', [[[0x00189074, 'DT', dateTime]]]],
      [0x00189114, 'SQ', [[[0x00189082, 'FD', 12.5]]]],
    ];
  }
  const shared: DataSetDescription = [
    [0x00209116, 'SQ', [[[0x00200037, 'DS', ['1', '0', '0', '0', '0', '-1']]]]],
    [
      0x00289110,
      'SQ',
      [
        [
          [0x00280030, 'DS', ['0.7', '0.7']],
          [0x00180050, 'DS', '5'],
        ],
      ],
    ],
    [0x00189112, 'SQ', [[[0x00180080, 'DS', '800']]]],
  ];
  const enhanced: DataSetDescription = [
    [0x00080022, 'DA', '20240101'],
    [0x00080032, 'TM', '090000'],
    [0x52009229, 'SQ', [shared]],
    [0x52009230, 'SQ', [frame('10', '20240309142501.25'), frame('15', '20240309142502+0100')]],
  ];

  it('gives each frame its own and the shared values', () => {
    expect(factsOf(enhanced, 1)).toMatchObject({
      plane: { position: [0, 0, 15], row: [1, 0, 0], column: [0, 0, -1] },
      spacing: { rowMm: 0.7, columnMm: 0.7, plane: 'patient' },
      sliceThicknessMm: 5,
      echoTime: 12.5,
      repetitionTime: 800,
      acquisitionDate: '20240309',
      acquisitionTime: '142502',
    });
    expect(factsOf(enhanced, 0)).toMatchObject({
      plane: { position: [0, 0, 10] },
      acquisitionTime: '142501.25',
    });
  });

  it('leaves a frame beyond the groups with the shared values', () => {
    expect(factsOf(enhanced, 7)).toMatchObject({
      plane: null,
      sliceThicknessMm: 5,
      acquisitionDate: '20240101',
    });
  });
});
