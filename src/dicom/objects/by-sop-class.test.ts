import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { attributesOfFile } from './attributes.fixture';
import { readBySopClass } from './by-sop-class';
import type { FaceSection } from './object-face';
import { codeItem, contentItem, referenceItem, reportFile } from './report.fixture';

const STORAGE = '1.2.840.10008.5.1.4.1.1';

async function faceOf(sopClassUid: string, rest: DataSetDescription) {
  return readBySopClass(await attributesOfFile([[0x00080016, 'UI', sopClassUid], ...rest]));
}

/** The sections by their headings, as what they hold: facts as pairs, tables as their columns and rows. */
function contentOf(sections: readonly FaceSection[]) {
  return Object.fromEntries(sections.map((section) => [section.heading, linesOf(section)]));
}

function linesOf(section: FaceSection): unknown {
  switch (section.as) {
    case 'facts':
      return Object.fromEntries(section.facts.map(({ label, value }) => [label, value]));
    case 'table':
      return [section.columns.map(({ label }) => label), ...section.rows.map(({ cells }) => cells)];
    case 'references':
      return section.references.map(({ uid, sopClassName, note }) => [uid, sopClassName, note]);
    case 'matrix':
      return section.rows;
    case 'palette':
      return [...section.rgb];
  }
}

describe('readBySopClass', () => {
  it('tells a report: its title, what it says of itself, who verified it, what it is made of', async () => {
    const face = readBySopClass(
      await attributesOfFile(
        reportFile(
          [],
          [
            [0x0040a491, 'CS', 'COMPLETE'],
            [0x0040a493, 'CS', 'VERIFIED'],
            [
              0x0040a073,
              'SQ',
              [
                [
                  [0x0040a027, 'LO', 'Sample Hospital'],
                  [0x0040a030, 'DT', '20240305093012'],
                  [0x0040a075, 'PN', 'Roe^Richard'],
                ],
              ],
            ],
            [
              0x0040a360,
              'SQ',
              [[[0x00081115, 'SQ', [[[0x00081199, 'SQ', [referenceItem('1.2.9', `${STORAGE}.88.33`)]]]]]]],
            ],
            [0x0040a385, 'SQ', [[[0x00081115, 'SQ', [[[0x00081199, 'SQ', [referenceItem('1.2.8')]]]]]]]],
          ],
        ),
      ),
    );
    expect(face).toMatchObject({
      kind: 'report',
      sopClassName: 'Comprehensive SR Storage',
      title: 'Measurement Report',
    });
    expect(contentOf(face.sections)).toEqual({
      Document: { 'Completion Flag': 'COMPLETE', 'Verification Flag': 'VERIFIED' },
      'Verifying observers': [
        ['Name', 'Organization', 'Verified'],
        ['Roe, Richard', 'Sample Hospital', '2024-03-05 09:30:12'],
      ],
      'Predecessor documents': [['1.2.9', 'Comprehensive SR Storage', '']],
      'Other evidence': [['1.2.8', 'CT Image Storage', '']],
    });
  });

  it('tells what key objects were selected, and why', async () => {
    const face = await faceOf(`${STORAGE}.88.59`, [
      [0x0040a040, 'CS', 'CONTAINER'],
      [0x0040a043, 'SQ', [codeItem('113000', 'Of Interest')]],
      [
        0x0040a730,
        'SQ',
        [
          contentItem('TEXT', 'Key Object Description', [[0x0040a160, 'UT', 'the fracture']]),
          contentItem('IMAGE', '', [[0x00081199, 'SQ', [referenceItem('1.2.3.4')]]]),
        ],
      ],
    ]);
    expect(face).toMatchObject({ kind: 'key-objects', title: 'Of Interest' });
    expect(contentOf(face.sections)).toEqual({
      Selection: { 'Key Object Description': 'the fracture' },
      'Selected objects': [['1.2.3.4', 'CT Image Storage', '']],
    });
  });

  it('tells what a presentation state applies, and every text that it writes on the image', async () => {
    const face = await faceOf(`${STORAGE}.11.1`, [
      [
        0x00081115,
        'SQ',
        [
          [
            [0x00081140, 'SQ', [referenceItem('1.2.3.4')]],
            [0x0020000e, 'UI', '1.2.3'],
          ],
        ],
      ],
      [0x00181600, 'CS', 'CIRCULAR'],
      [
        0x00283110,
        'SQ',
        [
          [
            [0x00281050, 'DS', '40'],
            [0x00281051, 'DS', '400'],
          ],
        ],
      ],
      [0x00700041, 'CS', 'Y'],
      [0x00700042, 'US', 90],
      [
        0x00700001,
        'SQ',
        [
          [
            [0x00700002, 'CS', 'NOTES'],
            [0x00700008, 'SQ', [[[0x00700006, 'ST', 'Roe, Richard\r\n1970-01-31']]]],
            [0x00700009, 'SQ', [[[0x00700023, 'CS', 'POLYLINE']], [[0x00700023, 'CS', 'CIRCLE']]]],
          ],
        ],
      ],
      [
        0x00700060,
        'SQ',
        [
          [
            [0x00700002, 'CS', 'NOTES'],
            [0x00700062, 'IS', '1'],
          ],
        ],
      ],
      [0x00700080, 'CS', 'MARKED'],
      [0x00700084, 'PN', 'Doe^Jane'],
      [0x60001001, 'CS', 'NOTES'],
    ]);
    expect(face).toMatchObject({ kind: 'presentation-state', title: 'MARKED' });
    expect(contentOf(face.sections)).toEqual({
      Presentation: { 'Content Label': 'MARKED', "Content Creator's Name": 'Doe, Jane' },
      'Refers to': [['1.2.3.4', 'CT Image Storage', '']],
      'Applied to the image': {
        'Image Rotation': '90',
        'Image Horizontal Flip': 'Y',
        'Shutter Shape': 'CIRCULAR',
      },
      'Windows and VOI LUTs': [
        ['Center', 'Width', 'For'],
        ['40', '400', 'all images'],
      ],
      'Texts on the image': [
        ['Text', 'Layer'],
        ['Roe, Richard\r\n1970-01-31', 'NOTES'],
      ],
      'Graphic layers': [
        ['Layer', 'Order', 'Texts', 'Drawings'],
        ['NOTES', '1', '1', '2'],
      ],
      Overlays: [
        ['Group', 'Layer'],
        ['6000', 'NOTES'],
      ],
    });
  });

  it('tells the beams of a plan, each with its meterset from the fraction group', async () => {
    const beam = (number: string, gantry: string): DataSetDescription => [
      [0x300a00b2, 'SH', 'LINAC1'],
      [0x300a00c0, 'IS', number],
      [0x300a00c6, 'CS', 'PHOTON'],
      [0x300a0110, 'IS', '2'],
      [
        0x300a0111,
        'SQ',
        [
          [
            [0x300a0114, 'DS', '6.0000000000'],
            [0x300a011e, 'DS', gantry],
          ],
          [],
        ],
      ],
    ];
    const meterset = (number: string, units: string): DataSetDescription => [
      [0x300a0086, 'DS', units],
      [0x300c0006, 'IS', number],
    ];
    const face = await faceOf(`${STORAGE}.481.5`, [
      [0x300a0002, 'SH', 'BREAST'],
      [0x300a000a, 'CS', 'CURATIVE'],
      [
        0x300a0010,
        'SQ',
        [
          [
            [0x300a0012, 'IS', '1'],
            [0x300a0020, 'CS', 'TARGET'],
            [0x300a0026, 'DS', '50'],
          ],
        ],
      ],
      [
        0x300a0070,
        'SQ',
        [
          [
            [0x300a0071, 'IS', '1'],
            [0x300a0078, 'IS', '25'],
            [0x300c0004, 'SQ', [meterset('2', '90.5'), meterset('1', '100')]],
          ],
        ],
      ],
      [0x300a00b0, 'SQ', [beam('1', '327'), beam('2', '7.0867745e-10')]],
      [0x300c0060, 'SQ', [referenceItem('1.2.7', `${STORAGE}.481.3`)]],
      [0x300e0002, 'CS', 'APPROVED'],
    ]);
    expect(face).toMatchObject({ kind: 'plan', title: 'BREAST' });
    expect(contentOf(face.sections)).toEqual({
      Plan: { 'RT Plan Label': 'BREAST', 'Plan Intent': 'CURATIVE', 'Approval Status': 'APPROVED' },
      'Prescribed doses': [
        ['Number', 'Type', 'Prescribed (Gy)'],
        ['1', 'TARGET', '50'],
      ],
      'Fraction groups': [
        ['Number', 'Fractions planned'],
        ['1', '25'],
      ],
      Beams: [
        ['Number', 'Radiation', 'Energy', 'Machine', 'Gantry (°)', 'Meterset', 'Control points'],
        ['1', 'PHOTON', '6', 'LINAC1', '327', '100', '2'],
        ['2', 'PHOTON', '6', 'LINAC1', '0', '90.5', '2'],
      ],
      'Refers to': [['1.2.7', 'RT Structure Set Storage', 'Structure Set']],
    });
  });

  it('tells the matrix of a registration', async () => {
    const matrix = [1, 0, 0, 10, 0, 1, 0, -20, 0, 0, 1, 30, 0, 0, 0, 1];
    const face = await faceOf(`${STORAGE}.66.1`, [
      [
        0x00700308,
        'SQ',
        [
          [
            [
              0x00700309,
              'SQ',
              [
                [
                  [
                    0x0070030a,
                    'SQ',
                    [
                      [
                        [0x300600c6, 'DS', matrix.map(String)],
                        [0x0070030c, 'CS', 'RIGID'],
                      ],
                    ],
                  ],
                ],
              ],
            ],
          ],
        ],
      ],
    ]);
    const section = face.sections.find(({ as }) => as === 'matrix');
    expect(section).toMatchObject({
      facts: [{ label: 'Frame of Reference Transformation Matrix Type', value: 'RIGID' }],
      rows: [
        [1, 0, 0, 10],
        [0, 1, 0, -20],
        [0, 0, 1, 30],
        [0, 0, 0, 1],
      ],
    });
  });

  it('tells the groups of bulk annotations, and their coordinates by count', async () => {
    const face = await faceOf(`${STORAGE}.91.1`, [
      [
        0x006a0002,
        'SQ',
        [
          [
            [0x0040a180, 'US', 1],
            [0x00660016, 'OF', new Float32Array([1, 2, 3, 4])],
            [0x006a0005, 'LO', 'nuclei'],
            [0x006a000c, 'UL', 2],
          ],
        ],
      ],
    ]);
    expect(contentOf(face.sections)['Annotation groups']).toEqual([
      ['Number', 'Label', 'Annotations', 'Coordinates'],
      ['1', 'nuclei', '2', '4'],
    ]);
  });

  it('tells of an unknown object what it has: its own attributes, its references, its largest values', async () => {
    const face = await faceOf('1.2.999.1', [
      [0x00080060, 'CS', 'OT'],
      [0x00081140, 'SQ', [referenceItem('1.2.3.4')]],
      [0x00100010, 'PN', 'Roe^Richard'],
      [0x00181030, 'LO', 'HEAD'],
      [0x00420011, 'OB', new Uint8Array(5000)],
    ]);
    expect(face).toMatchObject({ kind: 'facts', sopClassName: '1.2.999.1', title: '' });
    expect(face.whyNoPicture).toContain('not in the standard');
    expect(contentOf(face.sections)).toEqual({
      Content: { 'Protocol Name': 'HEAD' },
      'Refers to': [['1.2.3.4', 'CT Image Storage', '']],
      'Largest values': [
        ['Attribute', 'VR', 'Bytes'],
        ['Encapsulated Document', 'OB', '5,000'],
      ],
      Instance: { Modality: 'OT' },
    });
  });

  it('says that a data set does not say what it is, and that an image has lost its pixels', async () => {
    const withoutClass = readBySopClass(await attributesOfFile([[0x00100020, 'LO', 'P-42']]));
    expect(withoutClass).toMatchObject({ sopClassName: '', title: '' });
    expect(withoutClass.whyNoPicture).toContain('no SOP Class UID');
    const image = await faceOf(`${STORAGE}.2`, []);
    expect(image.whyNoPicture).toContain('no Pixel Data');
  });
});
