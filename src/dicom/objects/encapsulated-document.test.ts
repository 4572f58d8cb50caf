import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { attributesOfFile } from './attributes.fixture';
import { documentRange, readEncapsulatedDocument } from './encapsulated-document';
import type { Fact } from './object-face';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

const wrapping = (
  mimeType: string,
  document: Uint8Array,
  more: DataSetDescription = [],
): DataSetDescription => [
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.104.1'],
  [0x00420010, 'ST', 'Letter'],
  [0x00420011, 'OB', document],
  [0x00420012, 'LO', mimeType],
  ...more,
];

async function documentOf(dataSet: DataSetDescription) {
  const attributes = await attributesOfFile(dataSet);
  const face = readEncapsulatedDocument(attributes);
  const range = documentRange(attributes.dataSet);
  if (face === null || range === null) throw new Error('it has an Encapsulated Document');
  const facts: readonly Fact[] = face.sections.flatMap((section) =>
    section.as === 'facts' ? section.facts : [],
  );
  return {
    face,
    bytes: attributes.dataSet.byteArray.subarray(range.start, range.end),
    factOf: (label: string) => facts.find((fact) => fact.label === label)?.value,
  };
}

it('leaves out the byte that makes the length even', async () => {
  const length = [[0x00420015, 'UL', 7]] as const;
  const { face, bytes } = await documentOf(wrapping('application/pdf', ascii('%PDF-1.'), length));
  expect(new TextDecoder().decode(bytes)).toBe('%PDF-1.');
  expect(face).toMatchObject({
    kind: 'document',
    title: 'Letter',
    form: 'pdf',
    fileEnding: 'pdf',
    lengthBytes: 7,
  });
});

it.each([
  ['is missing', []],
  ['is longer than the value', [[0x00420015, 'UL', 900]]],
  ['is zero', [[0x00420015, 'UL', 0]]],
] as const)('takes all of the value where the length %s', async (_, length) => {
  const { bytes } = await documentOf(wrapping('text/plain', ascii('abcd'), length));
  expect(bytes.length).toBe(4);
});

it.each([
  ['text/XML', 'text', 'xml'],
  ['model/mtl', 'text', 'mtl'],
  ['model/stl', 'other', 'stl'],
  ['text/html', 'other', 'bin'],
  ['', 'other', 'bin'],
] as const)('of %s: %s, saved as %s', async (mimeType, form, fileEnding) => {
  const { face } = await documentOf(wrapping(mimeType, ascii('ab')));
  expect(face).toMatchObject({ form, fileEnding });
});

it('names the instances that it was made from', async () => {
  const source: DataSetDescription = [
    [0x00081150, 'UI', '1.2.840.10008.5.1.4.1.1.2'],
    [0x00081155, 'UI', '1.2.3'],
  ];
  const { face } = await documentOf(wrapping('text/plain', ascii('ab'), [[0x00420013, 'SQ', [source]]]));
  const [section] = face.sections.filter(({ as }) => as === 'references');
  expect(section?.as === 'references' && section.references).toMatchObject([
    { uid: '1.2.3', sopClassName: 'CT Image Storage' },
  ]);
});

describe('models', () => {
  const UNITS: DataSetDescription = [[0x004008ea, 'SQ', [[[0x00080100, 'SH', 'mm']]]]];

  it('of binary STL: triangles and size', async () => {
    const stl = new Uint8Array(84 + 2 * 50);
    const view = new DataView(stl.buffer);
    view.setUint32(80, 2, true);
    // The normal is no vertex; x from -1 to 4, y from 0 to 0.5, z 2 alone.
    const triangles = [
      [9, 9, 9, -1, 0, 2, 4, 0, 2, 0, 0.5, 2],
      [9, 9, 9, 0, 0, 2, 0, 0, 2, 0, 0, 2],
    ];
    triangles.forEach((numbers, triangle) =>
      numbers.forEach((number, index) => view.setFloat32(84 + triangle * 50 + index * 4, number, true)),
    );
    const { factOf } = await documentOf(wrapping('model/stl', stl, UNITS));
    expect(factOf('Triangles')).toBe('2');
    expect(factOf('Size')).toBe('5 x 0.5 x 0 mm');
  });

  it('of ASCII STL', async () => {
    const text = `solid a
facet normal 0 0 1
 outer loop
  vertex 0 0 0
  vertex 1e1 0 0
  vertex 0 -2.5 1
 endloop
endfacet
endsolid a`;
    const { factOf } = await documentOf(wrapping('model/stl', ascii(text), UNITS));
    expect(factOf('Triangles')).toBe('1');
    expect(factOf('Size')).toBe('10 x 2.5 x 1 mm');
  });

  it('of OBJ: vertices, faces and size', async () => {
    const text = 'v 0 0 0\nv 1 0 0\nv 1 2 0\nv 0 2 3\nvn 9 9 9\nf 1 2 3 4\n';
    const { factOf } = await documentOf(wrapping('model/obj', ascii(text)));
    expect([factOf('Vertices'), factOf('Faces'), factOf('Size')]).toEqual(['4', '1', '1 x 2 x 3']);
  });
});
