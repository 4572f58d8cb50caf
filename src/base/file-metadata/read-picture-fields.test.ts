import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { mutate } from '../../fixtures/mutations';
import { type TiffDirectory, writeJpeg, writePng, writeTiff } from '../../fixtures/picture-writer';
import { createRandom } from '../../fixtures/random';
import { concatenate } from '../concatenate';
import { readPictureFields } from './read-picture-fields';

const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value);

const EXIF: TiffDirectory = [
  [0x010f, 'ACME'],
  [0x013b, 'Richard Roe'],
  [
    0x8769,
    {
      directory: [
        [0x9003, '2024:01:31 12:00:00'],
        [0x9286, concatenate([text('ASCII\0\0\0'), text('Left hand')])],
        [0xa431, 'SN 4711'],
        [0xa499, 'unheard of'],
      ],
    },
  ],
  [
    0x8825,
    {
      directory: [
        [1, 'N'],
        [
          2,
          [
            [50, 1],
            [30, 1],
            [36, 10],
          ],
        ],
        [3, 'W'],
        [
          4,
          [
            [8, 1],
            [15, 1],
            [0, 1],
          ],
        ],
        [29, '2024:01:31'],
      ],
    },
  ],
];

const EXIF_FIELDS = [
  { name: 'Camera make', value: 'ACME' },
  { name: 'Artist', value: 'Richard Roe' },
  { name: 'Taken', value: '2024:01:31 12:00:00' },
  { name: 'Comment', value: 'Left hand' },
  { name: 'Camera serial number', value: 'SN 4711' },
  { name: 'EXIF A499', value: 'unheard of' },
  // 50 + 30/60 + 3.6/3600 degrees; west is negative: 8 + 15/60.
  { name: 'GPS position', value: '50.50100, -8.25000' },
  { name: 'GPS date', value: '2024:01:31' },
];

const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description photoshop:City="Halle &amp; Co">' +
  '<dc:creator><rdf:Seq><rdf:li>Jane Doe</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>';
const XMP_FIELDS = [
  { name: 'photoshop:City', value: 'Halle & Co' },
  { name: 'dc:creator', value: 'Jane Doe' },
];

/** One resource of Photoshop with one data set of the IPTC: by-line. */
const IPTC = concatenate([
  text('Photoshop 3.0\0'),
  text('8BIM'),
  [0x04, 0x04, 0, 0, 0, 0, 0, 13],
  [0x1c, 2, 80, 0, 8],
  text('Doe Jane'),
]);

const JPEG = writeJpeg([
  [0xe0, 'JFIF\0technical'],
  [0xe1, concatenate([text('Exif\0\0'), writeTiff(EXIF)])],
  [0xe1, `http://ns.adobe.com/xap/1.0/\0${XMP}`],
  [0xed, IPTC],
  [0xfe, 'Roe^Richard'],
]);

describe('what a picture says of itself', () => {
  it.each([true, false])(
    'is read of TIFF, and of Exif data, in either byte order',
    async (isLittleEndian) => {
      expect(await readPictureFields('tiff', writeTiff(EXIF, isLittleEndian))).toEqual(EXIF_FIELDS);
    },
  );

  it('is read of the segments of a JPEG, but for what says how to show it', async () => {
    expect(await readPictureFields('jpeg', JPEG)).toEqual([
      ...EXIF_FIELDS,
      ...XMP_FIELDS,
      { name: 'By-line', value: 'Doe Jane' },
      { name: 'Comment', value: 'Roe^Richard' },
    ]);
  });

  it('is read of the chunks of a PNG, compressed or not', async () => {
    const png = writePng([
      ['tEXt', 'Author\0Richard Roe'],
      ['zTXt', concatenate([text('Comment\0\0'), deflateSync(text('Ward 7'))])],
      ['iTXt', concatenate([text('Title\0'), [1, 0], text('de\0Titel\0'), deflateSync(text('Müller'))])],
      ['iTXt', `XML:com.adobe.xmp\0\0\0\0\0${XMP}`],
      ['eXIf', writeTiff([[0x013b, 'Jane Doe']])],
      ['tIME', Uint8Array.of(0x07, 0xe8, 1, 31, 12, 0, 5)],
    ]);
    expect(await readPictureFields('png', png)).toEqual([
      { name: 'Author', value: 'Richard Roe' },
      { name: 'Comment', value: 'Ward 7' },
      { name: 'Title', value: 'Müller' },
      ...XMP_FIELDS,
      { name: 'Artist', value: 'Jane Doe' },
      { name: 'Changed', value: '2024-01-31 12:00:05' },
    ]);
  });

  it('is found in containers of boxes', async () => {
    const webp = concatenate([text('RIFF....WEBPEXIF....'), writeTiff(EXIF), text('XMP ....'), text(XMP)]);
    expect(await readPictureFields('webp', webp)).toEqual([...EXIF_FIELDS, ...XMP_FIELDS]);
  });

  it('is read of damaged pictures as far as it goes, without an error and without an end', async () => {
    const random = createRandom(7);
    const png = writePng([['zTXt', concatenate([text('Comment\0\0'), deflateSync(text('Ward 7'))])]]);
    for (let round = 0; round < 300; round++) {
      await readPictureFields('jpeg', mutate(JPEG, random));
      await readPictureFields('tiff', mutate(writeTiff(EXIF), random));
      await readPictureFields('png', mutate(png, random));
    }
  });

  it('has no end where a directory leads back to itself', async () => {
    const tiff = writeTiff([[0x013b, 'Richard Roe']]);
    // The offset of the next directory stands behind the only entry: 8 + 2 + 12.
    new DataView(tiff.buffer).setUint32(22, 8, true);
    expect(await readPictureFields('tiff', tiff)).toEqual([{ name: 'Artist', value: 'Richard Roe' }]);
  });
});
