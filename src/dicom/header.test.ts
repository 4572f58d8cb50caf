import { describe, expect, it } from 'vitest';
import { joinBytes } from '../base/byte-ranges';
import {
  type DataSetDescription,
  IMPLICIT_LITTLE_ENDIAN,
  type Part10Options,
  writeDataSet,
  writePart10,
} from '../fixtures/dicom-writer';
import { inflateRaw } from '../fixtures/inflate-raw';
import { loadDictionary } from './dictionary';
import { readHeader } from './header';
import { type Header, type HeaderRow, MAX_VALUE_CHARACTERS } from './header-row';
import { parsePart10 } from './part10';

const dictionary = await loadDictionary();

function headerOf(dataSet: DataSetDescription, options: Part10Options = {}): Header {
  return headerOfBytes(writePart10(dataSet, options));
}

function headerOfBytes(bytes: Uint8Array): Header {
  const file = parsePart10(bytes, { where: 'a/b', inflateRaw });
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return readHeader(file.value, dictionary, 'a/b');
}

function rowOf(header: Header, path: string): HeaderRow | undefined {
  return header.rows.find((row) => row.path === path);
}

/** What every object has: without it, that is a problem. */
const OBJECT: DataSetDescription = [
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.66'],
  [0x00080018, 'UI', '2.25.1'],
];

const IMPLICIT = { transferSyntaxUid: IMPLICIT_LITTLE_ENDIAN };

describe('readHeader', () => {
  it('lists the elements of the file meta information and the data set in their order', () => {
    const header = headerOf([
      [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'],
      [0x00100010, 'PN', 'Roe^Richard'],
    ]);
    expect(header.rows.map(({ tag }) => tag)).toEqual([
      ...[
        '(0002,0000)',
        '(0002,0001)',
        '(0002,0002)',
        '(0002,0003)',
        '(0002,0010)',
        '(0002,0012)',
        '(0002,0013)',
      ],
      ...['(0008,0016)', '(0010,0010)'],
    ]);
    expect(rowOf(header, '00100010')).toMatchObject({
      depth: 0,
      kind: 'element',
      keyword: 'PatientName',
      name: "Patient's Name",
      vr: 'PN',
      vm: 1,
      value: 'Roe^Richard',
      valueIsCut: false,
      // Padded to an even length.
      lengthBytes: 12,
    });
    expect(header.sopClassName).toBe('CT Image Storage');
    expect(header.transferSyntaxName).toBe('Explicit VR Little Endian');
  });

  it('names registered UIDs in a note', () => {
    const header = headerOf([
      [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'],
      [0x00080018, 'UI', '2.25.1'],
    ]);
    expect(rowOf(header, '00080016')?.note).toBe('CT Image Storage');
    expect(rowOf(header, '00080018')?.note).toBeUndefined();
  });

  it('gives sequences and items a row each, their elements below', () => {
    for (const hasUndefinedLengths of [false, true]) {
      const header = headerOf(
        [[0x00082112, 'SQ', [[[0x00081155, 'UI', '2.25.7']], [[0x00081155, 'UI', '2.25.8']]]]],
        { hasUndefinedLengths },
      );
      const rows = header.rows.filter(({ path }) => path.startsWith('00082112'));
      expect(rows.map(({ path, depth, kind, name, value }) => [path, depth, kind, name, value])).toEqual([
        ['00082112', 0, 'sequence', 'Source Image Sequence', ''],
        ['00082112[0]', 1, 'item', 'Item 1', ''],
        ['00082112[0].00081155', 2, 'element', 'Referenced SOP Instance UID', '2.25.7'],
        ['00082112[1]', 1, 'item', 'Item 2', ''],
        ['00082112[1].00081155', 2, 'element', 'Referenced SOP Instance UID', '2.25.8'],
      ]);
      expect(rows[0]?.vm).toBe(2);
      expect(rows[0]?.lengthBytes === -1).toBe(hasUndefinedLengths);
    }
  });

  it('decodes numbers in their types', () => {
    const header = headerOf([
      [0x00280010, 'US', 65535],
      [0x00189219, 'SS', [-2, 3]],
      [0x00186020, 'SL', -70000],
      [0x00186024, 'UL', 4294967295],
      [0x00189087, 'FD', 0.1],
      [0x00280009, 'AT', 0x00181063],
      [0x00720082, 'SV', Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0x80)],
      [0x00720083, 'UV', Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)],
    ]);
    const values = [
      '00280010',
      '00189219',
      '00186020',
      '00186024',
      '00189087',
      '00280009',
      '00720082',
      '00720083',
    ];
    expect(values.map((path) => rowOf(header, path)?.value)).toEqual([
      ...['65535', '-2\\3', '-70000', '4294967295', '0.1', '(0018,1063)'],
      // -2^63 and 2^64 - 1.
      ...['-9223372036854775808', '18446744073709551615'],
    ]);
    expect(rowOf(header, '00189219')?.vm).toBe(2);
  });

  it('takes the VR from the dictionary where the file has none', () => {
    const elements: DataSetDescription = [
      [0x00100010, 'PN', 'Roe^Richard'],
      [0x00280106, 'SS', -5],
    ];
    const signed = headerOf([...elements, [0x00280103, 'US', 1]], IMPLICIT);
    expect(rowOf(signed, '00100010')).toMatchObject({ vr: 'PN', value: 'Roe^Richard' });
    expect(rowOf(signed, '00280106')).toMatchObject({ vr: 'SS', value: '-5' });
    // 65536 - 5
    const unsigned = headerOf([...elements, [0x00280103, 'US', 0]], IMPLICIT);
    expect(rowOf(unsigned, '00280106')).toMatchObject({ vr: 'US', value: '65531' });
  });

  it('reads an element of VR UN by what the dictionary knows of it', () => {
    const header = headerOf([[0x00100020, 'UN', new TextEncoder().encode('ID-1')]]);
    expect(rowOf(header, '00100020')).toMatchObject({ vr: 'LO', value: 'ID-1' });
  });

  it('names private elements by their creator', () => {
    const header = headerOf([
      [0x00290010, 'LO', 'SIEMENS CSA HEADER'],
      [0x00291008, 'CS', 'IMAGE NUM 4'],
      [0x00291108, 'CS', 'x'],
    ]);
    expect(rowOf(header, '00290010')).toMatchObject({ name: 'Private Creator', value: 'SIEMENS CSA HEADER' });
    expect(rowOf(header, '00291008')).toMatchObject({
      name: '[SIEMENS CSA HEADER]',
      keyword: '',
      value: 'IMAGE NUM 4',
    });
    expect(rowOf(header, '00291108')).toMatchObject({ name: '' });
  });

  it('names private elements that the standard knows, and gives them their VR', () => {
    // PS3.15 table E.3.10-1: (00E1,xx21) DLP, (0045,xx01) Number of Macro Rows in Detector, SS.
    const elements: DataSetDescription = [
      [0x00450012, 'LO', 'GEMS_HELIOS_01'],
      [0x00451201, 'SS', -4],
      [0x00e10010, 'LO', 'ELSCINT1'],
      [0x00e11021, 'DS', '410.5'],
      [0x00e110ff, 'OB', [1, 2]],
    ];
    const header = headerOf(elements, IMPLICIT);
    expect(rowOf(header, '00451201')).toMatchObject({
      name: 'Number of Macro Rows in Detector [GEMS_HELIOS_01]',
      creator: 'GEMS_HELIOS_01',
      vr: 'SS',
      value: '-4',
    });
    expect(rowOf(header, '00E11021')).toMatchObject({
      name: 'DLP [ELSCINT1]',
      creator: 'ELSCINT1',
      vr: 'DS',
      value: '410.5',
    });
    expect(rowOf(header, '00E110FF')).toMatchObject({ name: '[ELSCINT1]', creator: 'ELSCINT1', vr: 'UN' });
    expect(rowOf(header, '00E10010')?.creator).toBeUndefined();
  });

  it('believes what the file says of its private elements', () => {
    const definition: DataSetDescription = [
      [0x00080308, 'US', 0x05],
      [0x0008030a, 'CS', 'FD'],
      [0x0008030c, 'UC', 'Coil temperature'],
    ];
    const block: DataSetDescription = [
      [0x00080301, 'US', 0x0019],
      [0x00080302, 'LO', 'ACME'],
      [0x00080310, 'SQ', [definition]],
    ];
    const elements: DataSetDescription = [
      [0x00080300, 'SQ', [block]],
      [0x00190010, 'LO', 'ACME'],
      [0x00191005, 'FD', 36.6],
    ];
    expect(rowOf(headerOf(elements, IMPLICIT), '00191005')).toMatchObject({
      name: 'Coil temperature [ACME]',
      vr: 'FD',
      value: '36.6',
    });
  });

  it('says what is wrong with an element in its row, and where in the problems', () => {
    const header = headerOf([
      ...OBJECT,
      [0x00081140, 'SQ', [[[0x00081155, 'LO', '2.25.7']]]],
      [0x00100010, 'UN', new TextEncoder().encode('Roe^')],
      [0x00101010, 'AS', '45'],
      [0x00280106, 'SS', 5],
      [0x00281053, 'DS', ['1', '1,5']],
      [0x00291010, 'LT', 'of any VR'],
    ]);
    const wrong = header.rows.filter(({ problems }) => problems !== undefined);
    expect(wrong.map(({ path, problems }) => [path, problems])).toEqual([
      ['00081140[0].00081155', ['VR LO, the dictionary says UI']],
      ['00101010', ['"45" is not an age']],
      ['00281053', ['"1,5" is not a decimal string']],
    ]);
    const [first] = header.problems;
    expect(first).toMatchObject({
      code: 'dicom-deviation',
      where: 'a/b',
      detail: { tag: '(0008,1155)', path: '00081140[0].00081155', reason: 'VR LO, the dictionary says UI' },
    });
    // The header of (0008,1155) is 8 bytes before its value.
    const offset = (rowOf(header, '00081140[0].00081155')?.offsetBytes ?? 0) - 8;
    expect(first?.detail).toMatchObject({ offset });
    expect(header.problems).toHaveLength(3);
  });

  it('has a row for each of two elements of one tag', () => {
    const first = writePart10([...OBJECT, [0x00100020, 'LO', 'A1']]);
    const second = writeDataSet([[0x00100020, 'LO', 'B2']], {
      isExplicit: true,
      isLittleEndian: true,
      hasUndefinedLengths: false,
    });
    const rows = headerOfBytes(joinBytes(first, second)).rows.filter(({ tag }) => tag === '(0010,0020)');
    expect(rows.map(({ path, value, problems }) => [path, value, problems])).toEqual([
      ['00100020~1', 'A1', ['not in effect, the same tag comes again']],
      ['00100020', 'B2', ['a second time in the same data set']],
    ]);
  });

  it('notes what dates, times, ages and names of several groups mean', () => {
    const header = headerOf([
      [0x00080005, 'CS', 'ISO_IR 192'],
      [0x00080020, 'DA', '20240305'],
      [0x00080030, 'TM', '093012.5'],
      [0x0008002a, 'DT', '20240305093012.5+0100'],
      [0x00100010, 'PN', 'Yamada^Tarou=山田^太郎=やまだ^たろう'],
      [0x00101010, 'AS', '045Y'],
    ]);
    const notes = ['00080020', '00080030', '0008002A', '00100010', '00101010'];
    expect(notes.map((path) => rowOf(header, path)?.note)).toEqual([
      '2024-03-05',
      '09:30:12.5',
      '2024-03-05 09:30:12.5 +01:00',
      'Yamada, Tarou (山田, 太郎 · やまだ, たろう)',
      '45 years',
    ]);
    // As written.
    expect(rowOf(header, '00080020')?.value).toBe('20240305');
  });

  it('shows the numbers of long arrays, and their length', () => {
    const header = headerOf([
      [0x00660016, 'OF', Float32Array.from({ length: 20 }, (_, index) => index / 10)],
      [0x00660022, 'OD', Float64Array.of(0.1, -2)],
      [0x00660040, 'OL', Uint32Array.of(1, 4294967295)],
      [0x7fe00001, 'OV', Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0)],
    ]);
    // 16 of 20 floats of four bytes.
    const first = Array.from({ length: 16 }, (_, index) => String(index / 10)).join('\\');
    expect(rowOf(header, '00660016')).toMatchObject({ value: first, valueIsCut: true, lengthBytes: 80 });
    expect(rowOf(header, '00660022')).toMatchObject({ value: '0.1\\-2', valueIsCut: false });
    expect(rowOf(header, '00660040')?.value).toBe('1\\4294967295');
    // 2^32
    expect(rowOf(header, '7FE00001')?.value).toBe('4294967296');
  });

  it('writes a float of four bytes with the digits that it has', () => {
    const header = headerOf([[0x00189461, 'FL', [0.1, 16777216, -1e-7]]]);
    expect(rowOf(header, '00189461')?.value).toBe('0.1\\16777216\\-1e-7');
  });

  it('keeps what counts in texts without limit', () => {
    const header = headerOf([
      [0x00080119, 'UC', ['a', 'b']],
      [0x00080120, 'UR', 'https://example.org/a\\b'],
      [0x00080101, 'UT', '  two\\lines\r\n'],
    ]);
    expect(rowOf(header, '00080119')).toMatchObject({ vm: 2, value: 'a\\b' });
    expect(rowOf(header, '00080120')).toMatchObject({ vm: 1, value: 'https://example.org/a\\b' });
    expect(rowOf(header, '00080101')).toMatchObject({ vm: 1, value: '  two\\lines\r\n' });
  });

  it('decodes text in the character set of its data set, or of the one around it', () => {
    const header = headerOf([
      [0x00080005, 'CS', 'ISO_IR 192'],
      [
        0x00081140,
        'SQ',
        [
          [[0x00100010, 'PN', 'Ж']],
          [
            [0x00080005, 'CS', 'ISO_IR 144'],
            [0x00100010, 'PN', Uint8Array.of(0xb6, 0x20)],
          ],
        ],
      ],
    ]);
    // ISO 8859-5 has Ж at 0xB6.
    expect(rowOf(header, '00081140[0].00100010')?.value).toBe('Ж');
    expect(rowOf(header, '00081140[1].00100010')?.value).toBe('Ж');
    expect(header.rows.filter(({ problems }) => problems !== undefined)).toEqual([]);
    const undeclared = headerOf([...OBJECT, [0x00100010, 'PN', 'Müller']]);
    expect(undeclared.problems).toMatchObject([
      { code: 'charset-fallback', where: 'a/b', detail: { used: 'UTF-8' } },
    ]);
    expect(rowOf(undeclared, '00100010')?.problems).toEqual([
      'not in the declared character set, read as UTF-8',
    ]);
  });

  it('counts the values of text, but not the backslashes of a long one', () => {
    const header = headerOf([
      [0x00080008, 'CS', ['ORIGINAL', 'PRIMARY', 'AXIAL']],
      [0x00204000, 'LT', 'C:\\scans'],
    ]);
    expect(rowOf(header, '00080008')).toMatchObject({ vm: 3, value: 'ORIGINAL\\PRIMARY\\AXIAL' });
    expect(rowOf(header, '00204000')).toMatchObject({ vm: 1, value: 'C:\\scans' });
    expect(rowOf(headerOf([[0x00100020, 'LO', '']]), '00100020')).toMatchObject({ vm: 0, value: '' });
  });

  it('cuts long values', () => {
    const header = headerOf([
      [0x00409212, 'FD', Array.from({ length: 5000 }, () => 1)],
      [0x00204000, 'LT', 'x'.repeat(5000)],
    ]);
    for (const path of ['00409212', '00204000']) {
      expect(rowOf(header, path)?.value).toHaveLength(MAX_VALUE_CHARACTERS);
      expect(rowOf(header, path)?.valueIsCut).toBe(true);
    }
    expect(rowOf(header, '00409212')?.vm).toBe(5000);
  });

  it('shows the first bytes of binary values, and one row for pixels', () => {
    const native = headerOf([[0x7fe00010, 'OB', Uint8Array.of(0, 15, 255, 16)]]);
    expect(rowOf(native, '7FE00010')).toMatchObject({ vr: 'OB', value: '00 0F FF 10', lengthBytes: 4 });
    const fragments = [Uint8Array.of(1, 2), Uint8Array.of(3, 4)];
    const encapsulated = headerOf([[0x7fe00010, 'OB', { fragments }]], {
      transferSyntaxUid: '1.2.840.10008.1.2.5',
    });
    const rows = encapsulated.rows.filter(({ path }) => path.startsWith('7FE00010'));
    expect(rows).toMatchObject([{ note: '2 fragments', lengthBytes: -1 }]);
  });
});
