import { describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { err } from '../base/result';
import {
  type DataSetDescription,
  IMPLICIT_LITTLE_ENDIAN,
  type Part10Options,
  writePart10,
} from '../fixtures/dicom-writer';
import { loadDictionary } from './dictionary';
import { readHeader } from './header';
import { type Header, type HeaderRow, MAX_VALUE_CHARACTERS } from './header-row';
import { parsePart10 } from './part10';

const dictionary = await loadDictionary();

function headerOf(dataSet: DataSetDescription, options: Part10Options = {}): Header {
  const inflateRaw = (): ReturnType<typeof err<ReturnType<typeof problem>>> =>
    err(problem('entry-data-damaged', '', { reason: '' }));
  const file = parsePart10(writePart10(dataSet, options), { where: 'a/b', inflateRaw });
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return readHeader(file.value, dictionary, 'a/b');
}

function rowOf(header: Header, path: string): HeaderRow | undefined {
  return header.rows.find((row) => row.path === path);
}

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
    expect(header.problems).toEqual([]);
    const undeclared = headerOf([[0x00100010, 'PN', 'Müller']]);
    expect(undeclared.problems).toMatchObject([
      { code: 'charset-fallback', where: 'a/b', detail: { used: 'UTF-8' } },
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
