import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { ok } from '../base/result';
import {
  EXPLICIT_BIG_ENDIAN,
  writePart10,
  type DataSetDescription,
  type Part10Options,
} from '../fixtures/dicom-writer';
import { loadDictionary } from './dictionary';
import { dumpFile } from './dump-text';
import type { DumpOptions } from './dump-value';
import { readHeader } from './header';
import { parsePart10 } from './part10';

const dictionary = await loadDictionary();

function dumpOf(bytes: Uint8Array, options: DumpOptions = { bulkData: 'omit' }): readonly string[] {
  const file = parsePart10(bytes, { where: 'a.dcm', inflateRaw: ok });
  assert(file.ok, 'the file is read');
  return [...dumpFile(file.value, readHeader(file.value, dictionary, 'a.dcm'), options)];
}

/** The lines of the data set alone. */
function dumpOfElements(elements: DataSetDescription, options: Part10Options = {}): readonly string[] {
  const lines = dumpOf(writePart10(elements, options));
  return lines.slice(lines.indexOf('# Dicom-Data-Set') + 2);
}

const CT: DataSetDescription = [
  [0x00080005, 'CS', 'ISO_IR 192'],
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'],
  [0x00080018, 'UI', '2.25.1'],
];

describe('a header as a text dump', () => {
  it('has the file meta information and the data set under their headings', () => {
    expect(dumpOf(writePart10(CT))).toEqual([
      '# Dicom-File-Format',
      '',
      '# Dicom-Meta-Information-Header',
      '# Used TransferSyntax: Little Endian Explicit',
      // 14 + 34 + 14 + 28 + 52 + 16: the elements of group 0002 after this one.
      '(0002,0000) UL 158                                      #   4, 1 FileMetaInformationGroupLength',
      '(0002,0001) OB 00\\01                                    #   2, 1 FileMetaInformationVersion',
      '(0002,0002) UI =CTImageStorage                          #  26, 1 MediaStorageSOPClassUID',
      '(0002,0003) UI [2.25.1]                                 #   6, 1 MediaStorageSOPInstanceUID',
      '(0002,0010) UI =LittleEndianExplicit                    #  20, 1 TransferSyntaxUID',
      '(0002,0012) UI [2.25.318047729218306451836021637281941570273] #  44, 1 ImplementationClassUID',
      '(0002,0013) SH [GLOVEBOX]                               #   8, 1 ImplementationVersionName',
      '',
      '# Dicom-Data-Set',
      '# Used TransferSyntax: Little Endian Explicit',
      '(0008,0005) CS [ISO_IR 192]                             #  10, 1 SpecificCharacterSet',
      '(0008,0016) UI =CTImageStorage                          #  26, 1 SOPClassUID',
      '(0008,0018) UI [2.25.1]                                 #   6, 1 SOPInstanceUID',
    ]);
  });

  it('names the transfer syntax of a file without file meta information', () => {
    const bytes = writePart10(CT, {
      transferSyntaxUid: EXPLICIT_BIG_ENDIAN,
      hasPreamble: false,
      hasMeta: false,
    });
    expect(dumpOf(bytes).slice(0, 2)).toEqual([
      '# Dicom-Data-Set',
      '# Used TransferSyntax: Big Endian Explicit',
    ]);
  });

  it('writes items two to the right of their sequence, and ends both', () => {
    const elements: DataSetDescription = [
      [0x00081140, 'SQ', [[[0x00081155, 'UI', '2.25.7']], []]],
      [0x00082112, 'SQ', []],
    ];
    // An item has 8 bytes before its content; UI of 6 bytes has 8 as well.
    expect(dumpOfElements(elements)).toEqual([
      '(0008,1140) SQ (Sequence with explicit length #=2)      #  30, 1 ReferencedImageSequence',
      '  (fffe,e000) na (Item with explicit length #=1)          #  14, 1 Item',
      '    (0008,1155) UI [2.25.7]                                 #   6, 1 ReferencedSOPInstanceUID',
      '  (fffe,e00d) na (ItemDelimitationItem for re-encoding)   #   0, 0 ItemDelimitationItem',
      '  (fffe,e000) na (Item with explicit length #=0)          #   0, 1 Item',
      '  (fffe,e00d) na (ItemDelimitationItem for re-encoding)   #   0, 0 ItemDelimitationItem',
      '(fffe,e0dd) na (SequenceDelimitationItem for re-encod.) #   0, 0 SequenceDelimitationItem',
      '(0008,2112) SQ (Sequence with explicit length #=0)      #   0, 1 SourceImageSequence',
      '(fffe,e0dd) na (SequenceDelimitationItem for re-encod.) #   0, 0 SequenceDelimitationItem',
    ]);
    expect(dumpOfElements(elements.slice(0, 1), { hasUndefinedLengths: true })).toEqual([
      '(0008,1140) SQ (Sequence with undefined length #=2)     # u/l, 1 ReferencedImageSequence',
      '  (fffe,e000) na (Item with undefined length #=1)         # u/l, 1 Item',
      '    (0008,1155) UI [2.25.7]                                 #   6, 1 ReferencedSOPInstanceUID',
      '  (fffe,e00d) na (ItemDelimitationItem)                   #   0, 0 ItemDelimitationItem',
      '  (fffe,e000) na (Item with undefined length #=0)         # u/l, 1 Item',
      '  (fffe,e00d) na (ItemDelimitationItem)                   #   0, 0 ItemDelimitationItem',
      '(fffe,e0dd) na (SequenceDelimitationItem)               #   0, 0 SequenceDelimitationItem',
    ]);
  });

  it('writes text in brackets, in full and on one line', () => {
    expect(
      dumpOfElements([
        [0x00080005, 'CS', 'ISO_IR 192'],
        [0x00080008, 'CS', ['ORIGINAL', 'PRIMARY', 'AXIAL']],
        [0x00080050, 'SH', ''],
        [0x00100010, 'PN', 'Müller^Jürgen'],
        [0x00104000, 'LT', `One\r\n${'two '.repeat(30)}three`],
      ]).slice(1),
    ).toEqual([
      '(0008,0008) CS [ORIGINAL\\PRIMARY\\AXIAL]                 #  22, 3 ImageType',
      '(0008,0050) SH (no value available)                     #   0, 0 AccessionNumber',
      // 13 characters, of which two take two bytes, and one of padding.
      '(0010,0010) PN [Müller^Jürgen]                          #  16, 1 PatientName',
      `(0010,4000) LT [One\\015\\012${'two '.repeat(30)}three] # 130, 1 PatientComments`,
    ]);
  });

  it('writes numbers in decimal and tags in hexadecimal, in either byte order', () => {
    const elements: DataSetDescription = [
      [0x00186020, 'SL', [-3]],
      [0x00189313, 'FD', [0.1, -250]],
      [0x00189352, 'FL', new Float32Array([0.794, 1e-45])],
      [0x00280009, 'AT', 0x0018106a],
      [0x00280010, 'US', 512],
    ];
    const expected = [
      '(0018,6020) SL -3                                       #   4, 1 ReferencePixelX0',
      '(0018,9313) FD 0.1\\-250                                 #  16, 2 DataCollectionCenterPatient',
      '(0018,9352) FL 0.794\\1.4013e-45                         #   8, 2 CalciumScoringMassFactorDevice',
      '(0028,0009) AT (0018,106a)                              #   4, 1 FrameIncrementPointer',
      '(0028,0010) US 512                                      #   2, 1 Rows',
    ];
    expect(dumpOfElements(elements)).toEqual(expected);
    expect(dumpOfElements(elements, { transferSyntaxUid: EXPLICIT_BIG_ENDIAN })).toEqual(expected);
  });

  it('cuts binary values, and has all of them where they are wanted', () => {
    const bytes = Uint8Array.from({ length: 24 }, (_, index) => index);
    const words = Uint16Array.from({ length: 16 }, (_, index) => index);
    const elements: DataSetDescription = [
      [0x00420011, 'OB', bytes],
      [0x7fe00010, 'OW', words],
    ];
    expect(dumpOfElements(elements)).toEqual([
      '(0042,0011) OB 00\\01\\02\\03\\04\\05\\06\\07\\08\\09\\0a\\0b\\0c\\0d\\0e\\0f\\10\\11\\12\\13\\14\\15... #  24, 1 EncapsulatedDocument',
      '(7fe0,0010) OW 0000\\0001\\0002\\0003\\0004\\0005\\0006\\0007\\0008\\0009\\000a\\000b\\000c... #  32, 1 PixelData',
    ]);
    const inFull = dumpOf(writePart10(elements), { bulkData: 'inline' });
    expect(inFull.at(-2)).toContain('\\15\\16\\17 #');
    expect(inFull.at(-1)).toContain('\\000d\\000e\\000f #');
  });

  it('lists the fragments of compressed pixels', () => {
    const fragments = [Uint8Array.of(0xff, 0xd8), Uint8Array.of(0xff, 0xd9, 1, 2)];
    expect(dumpOfElements([[0x7fe00010, 'OB', { fragments }]])).toEqual([
      '(7fe0,0010) OB (PixelSequence #=3)                      # u/l, 1 PixelData',
      '  (fffe,e000) pi (no value available)                     #   0, 1 Item',
      '  (fffe,e000) pi ff\\d8                                    #   2, 1 Item',
      '  (fffe,e000) pi ff\\d9\\01\\02                              #   4, 1 Item',
      '(fffe,e0dd) na (SequenceDelimitationItem)               #   0, 0 SequenceDelimitationItem',
    ]);
  });

  it('names private creators, and says of what it does not know that it does not', () => {
    expect(
      dumpOfElements([
        [0x00991010, 'SH', 'x'],
        [0x00990010, 'LO', 'ACME 1'],
        [0x00080000, 'UL', 0],
        // Of table E.3.10-1 of PS3.15.
        [0x20010010, 'LO', 'Philips Imaging DD 001'],
        [0x20011003, 'FL', 800],
      ]),
    ).toEqual([
      '(0008,0000) UL 0                                        #   4, 1 GenericGroupLength',
      '(0099,0010) LO [ACME 1]                                 #   6, 1 PrivateCreator',
      '(0099,1010) SH [x]                                      #   2, 1 Unknown Tag & Data',
      '(2001,0010) LO [Philips Imaging DD 001]                 #  22, 1 PrivateCreator',
      '(2001,1003) FL 800                                      #   4, 1 MRImageDiffusionBFactor',
    ]);
  });
});
