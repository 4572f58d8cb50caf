import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { accessTo, createTestInflater, sourceOf } from '../archive/access.fixture';
import { readDirectory } from '../archive/directory';
import { entryAt } from '../archive/entry-table';
import { concatenate } from '../base/concatenate';
import { loadDictionary } from '../dicom/dictionary';
import { type DataSetDescription, IMPLICIT_LITTLE_ENDIAN, writePart10 } from '../fixtures/dicom-writer';
import { mutate } from '../fixtures/mutations';
import { writePdf } from '../fixtures/pdf-writer';
import { writeJpeg, writeTiff } from '../fixtures/picture-writer';
import { createRandom } from '../fixtures/random';
import { buildZip, type ZipMember, type ZipOptions } from '../fixtures/zip-writer';
import { HeldDecoder, pairsOfRow } from '../review/held/held-columns';
import { lookInside } from './look-inside';
import type { LookedInto } from './protocol';

const inflater = await createTestInflater();
const dictionary = await loadDictionary();
const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value);

const SECONDARY_CAPTURE = [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'] as const;
const PIXELS = [0x7fe00010, 'OW', new Uint8Array(512)] as const;
const JPEG_BASELINE = '1.2.840.10008.1.2.4.50';
/** Above what is read as a whole where only the ends are looked at. */
const LONG_BYTES = 3 << 20;

interface Looked {
  /** `<path or kind>: <text>`, by the path of the entry. */
  readonly held: Readonly<Record<string, readonly string[]>>;
  readonly problems: readonly string[];
  readonly entries: number;
}

async function look(
  members: readonly ZipMember[],
  options: ZipOptions = { deflateRaw: deflateRawSync },
): Promise<Looked> {
  const source = sourceOf(buildZip(members, options));
  const directory = await readDirectory(source);
  if (!directory.ok) throw new Error('not opened');
  const { table } = directory.value;
  const entries = Array.from({ length: table.count }, (_, index) => entryAt(table, index));
  const events: LookedInto[] = [];
  const result = await lookInside(accessTo(source, inflater), {
    entries,
    dictionary,
    signal: new AbortController().signal,
    onLooked: (looked) => events.push(looked),
  });
  expect(result.ok).toBe(true);
  const decoder = new HeldDecoder();
  const held: Record<string, readonly string[]> = {};
  for (const { held: columns } of events) {
    decoder.takeIn(columns);
    columns.entryIndex.forEach((index, row) => {
      held[entries[index]?.path ?? ''] = textsOf(decoder, pairsOfRow(columns, row));
    });
  }
  return {
    held,
    problems: events.flatMap(({ problems }) => problems.map(([, { code, where }]) => `${where}: ${code}`)),
    entries: events.reduce((sum, event) => sum + event.entries, 0),
  };
}

function textsOf({ places, texts }: HeldDecoder, pairs: Uint32Array): readonly string[] {
  return Array.from({ length: pairs.length / 2 }, (_, index) => {
    const met = places[pairs[2 * index] ?? -1];
    return `${met?.place.kind ?? met?.path ?? ''}: ${texts[pairs[2 * index + 1] ?? -1] ?? ''}`;
  });
}

async function lookIntoDataSet(
  dataSet: DataSetDescription,
  { trailing = '', transferSyntaxUid = '1.2.840.10008.1.2.1' } = {},
): Promise<readonly string[]> {
  const file = writePart10([SECONDARY_CAPTURE, ...dataSet], { transferSyntaxUid });
  const { held, problems } = await look([{ name: 'a', content: concatenate([file, text(trailing)]) }]);
  expect(problems).toEqual([]);
  return held['a'] ?? [];
}

const PADDING = [0xfffcfffc, 'OB', text('\x01\x02Roe^Richard\0')] as const;

describe('a look inside a DICOM file', () => {
  it.each([
    ['explicit VR', '1.2.840.10008.1.2.1'],
    ['implicit VR', IMPLICIT_LITTLE_ENDIAN],
  ])(
    'finds elements behind the pixels, and what belongs to no data set: %s',
    async (_, transferSyntaxUid) => {
      expect(
        await lookIntoDataSet([PIXELS, PADDING], { trailing: 'Doe^Jane was here', transferSyntaxUid }),
      ).toEqual(['FFFCFFFC: Roe^Richard', 'trailing: Doe^Jane was here']);
    },
  );

  it('finds bytes behind a data set without pixels, and leaves what the scan has read', async () => {
    const dataSet = [[0x00100010, 'PN', 'Roe^Richard']] as const;
    expect(await lookIntoDataSet(dataSet)).toEqual([]);
    expect(await lookIntoDataSet(dataSet, { trailing: 'Doe^Jane' })).toEqual(['trailing: Doe^Jane']);
  });

  it('does not take pixels that are cut off for bytes behind', async () => {
    const file = writePart10([SECONDARY_CAPTURE, [0x7fe00010, 'OW', text('Roe^Richard '.repeat(20))]]);
    const { held } = await look([{ name: 'a', content: file.subarray(0, file.length - 100) }]);
    expect(held['a']).toEqual([]);
  });

  it('reads values that are too long for the scan', async () => {
    const blob = concatenate([new Uint8Array(5000), text('Roe^Richard'), new Uint8Array(1)]);
    expect(await lookIntoDataSet([[0x00290010, 'LO', 'ACME'], [0x00291010, 'OB', blob], PIXELS])).toEqual([
      '00291010: Roe^Richard',
    ]);
  });

  it('goes from fragment to fragment for what the streams of compressed frames say', async () => {
    const fragments = [
      writeJpeg([
        [0xe0, 'JFIF\0technical'],
        [0xfe, 'Roe^Richard'],
      ]),
      writeJpeg([[0xfe, 'Roe^Richard']]),
      writeJpeg([[0xe5, 'Ward 7']]),
    ].map((stream) => (stream.length % 2 === 0 ? stream : concatenate([stream, [0]])));
    expect(
      await lookIntoDataSet([[0x7fe00010, 'OB', { fragments }], PADDING], {
        transferSyntaxUid: JPEG_BASELINE,
      }),
    ).toEqual(['jpeg: Comment: Roe^Richard', 'jpeg: APP5: Ward 7', 'FFFCFFFC: Roe^Richard']);
  });

  it('finds fragments that end before their delimiter does', async () => {
    const fragments = [new Uint8Array(40)];
    const whole = writePart10([SECONDARY_CAPTURE, [0x7fe00010, 'OB', { fragments }]], {
      transferSyntaxUid: JPEG_BASELINE,
    });
    const { problems } = await look([
      { name: 'whole', content: whole },
      { name: 'no-delimiter', content: whole.subarray(0, -8) },
      { name: 'cut', content: whole.subarray(0, -30) },
    ]);
    expect(problems).toEqual(['no-delimiter: dicom-truncated', 'cut: dicom-truncated']);
  });

  it('reads the documents that are wrapped in it, and what they say of themselves', async () => {
    const pdf = writePdf(['Dear Dr Roe', 'about Jane Doe'], { Author: 'Richard Roe' });
    const even = pdf.length % 2 === 0 ? pdf : concatenate([pdf, [0]]);
    expect(await lookIntoDataSet([[0x00420011, 'OB', even]])).toEqual([
      '00420011: Dear Dr Roe\nabout Jane Doe',
      '00420011: Author: Richard Roe',
    ]);
    const cda = text('<?xml version="1.0"?><ClinicalDocument><family>Doe</family></ClinicalDocument>');
    expect(await lookIntoDataSet([[0x00420011, 'OB', cda]])).toEqual([
      `00420011: ${new TextDecoder().decode(cda)}`,
    ]);
  });

  it('says of a document that does not open that it was not searched', async () => {
    const file = writePart10([SECONDARY_CAPTURE, [0x00420011, 'OB', text('%PDF-1.4\nnothing ')]]);
    expect((await look([{ name: 'a', content: file }])).problems).toEqual(['a: text-unread']);
  });

  it.each([
    ['stored', {}],
    ['deflated', { deflateRaw: deflateRawSync }],
  ])('finds the same where pixels are long, and the file is %s', async (_, options) => {
    const file = writePart10([SECONDARY_CAPTURE, [0x7fe00010, 'OW', new Uint8Array(LONG_BYTES)], PADDING]);
    const content = concatenate([file, text('Doe^Jane')]);
    expect((await look([{ name: 'a', content }], options)).held['a']).toEqual([
      'FFFCFFFC: Roe^Richard',
      'trailing: Doe^Jane',
    ]);
  });
});

describe('a look inside other files', () => {
  it('reads texts in any encoding, and markup as it is written', async () => {
    const { held } = await look([
      { name: 'a.csv', content: text('name,id\nMüller^Jürgen,1') },
      { name: 'b.txt', content: Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]) },
      { name: 'c.txt', content: Uint8Array.from([0xff, 0xfe, 0x52, 0, 0x6f, 0, 0x65, 0]) },
      { name: 'd.html', content: text('<!doctype html><p>Roe</p>') },
    ]);
    expect(held).toEqual({
      'a.csv': ['non-dicom: name,id\nMüller^Jürgen,1'],
      'b.txt': ['non-dicom: Müller'],
      'c.txt': ['non-dicom: Roe'],
      'd.html': ['non-dicom: <!doctype html><p>Roe</p>'],
    });
  });

  it('reads PDFs, office documents and the metadata of pictures', async () => {
    const docx = buildZip(
      [
        { name: '[Content_Types].xml', content: text('<Types/>') },
        {
          name: 'word/document.xml',
          content: text(
            '<w:document><w:p><w:r><w:t>Dear Mr </w:t></w:r><w:r><w:t>Roe</w:t></w:r></w:p></w:document>',
          ),
        },
        { name: 'docProps/core.xml', content: text('<cp:p><dc:creator>Jane Doe</dc:creator></cp:p>') },
      ],
      { deflateRaw: deflateRawSync },
    );
    const { held } = await look([
      { name: 'a.pdf', content: writePdf(['Dear Dr Roe'], { Title: 'Referral' }) },
      { name: 'b.docx', content: docx },
      { name: 'c.tif', content: writeTiff([[0x013b, 'Richard Roe']]) },
    ]);
    expect(held).toEqual({
      'a.pdf': ['non-dicom: Dear Dr Roe', 'picture-metadata: Title: Referral'],
      'b.docx': ['non-dicom: Dear Mr\nRoe\n', 'picture-metadata: dc:creator: Jane Doe'],
      'c.tif': ['picture-metadata: Artist: Richard Roe'],
    });
  });

  it('looks for words at the start of what nobody knows, but in no program', async () => {
    const words = concatenate([[1, 2, 3, 0x80], text('Roe^Richard'), [0, 1]]);
    const program = concatenate([text('MZ'), new Uint8Array(62), words]);
    const { held } = await look([
      { name: 'a.bin', content: words },
      { name: 'b.exe', content: program },
    ]);
    expect(held).toEqual({ 'a.bin': ['non-dicom: Roe^Richard'], 'b.exe': [] });
  });

  it('holds each file against its checksum on the way, and goes on', async () => {
    const { held, problems, entries } = await look([
      { name: 'a.txt', content: text('Roe^Richard'), crc32: 1 },
      { name: 'b.txt', content: text('Doe^Jane'), isEncrypted: true },
      { name: 'c.txt', content: text('Doe^Jane') },
    ]);
    expect(problems).toEqual(['a.txt: entry-crc-mismatch', 'b.txt: entry-encrypted']);
    expect(entries).toBe(3);
    expect(held['c.txt']).toEqual(['non-dicom: Doe^Jane']);
  });

  it('never throws and comes to an end, whatever the bytes are', async () => {
    const random = createRandom(11);
    const pdf = writePdf(['Dear Dr Roe'], { Author: 'Richard Roe' });
    const dicom = writePart10(
      [
        SECONDARY_CAPTURE,
        [0x00081140, 'SQ', [[[0x00081155, 'UI', '2.25.7']]]],
        [0x00420011, 'OB', pdf.length % 2 === 0 ? pdf : concatenate([pdf, [0]])],
        [0x7fe00010, 'OB', { fragments: [writeJpeg([[0xfe, 'Roe^Richard']])] }],
        PADDING,
      ],
      { transferSyntaxUid: JPEG_BASELINE },
    );
    const members = Array.from({ length: 150 }, (_, index) => ({
      name: `${index}`,
      content: mutate(index % 5 === 0 ? pdf : dicom, random),
    }));
    expect((await look(members)).entries).toBe(members.length);
  });
});
