import { describe, expect, it } from 'vitest';
import type { HeaderRow } from '../../dicom/header-row';
import { searchHeader, withoutCollapsed } from './header-search';

function row(path: string, depth: number, rest: Partial<HeaderRow> = {}): HeaderRow {
  return {
    path,
    depth,
    kind: 'element',
    tag: '',
    keyword: '',
    name: '',
    vr: 'LO',
    vm: 1,
    value: '',
    valueIsCut: false,
    lengthBytes: 0,
    offsetBytes: 0,
    ...rest,
  };
}

const rows = [
  row('00100010', 0, {
    tag: '(0010,0010)',
    keyword: 'PatientName',
    name: 'Patient’s Name',
    value: 'Smith^Ann',
  }),
  row('00082112', 0, { tag: '(0008,2112)', keyword: 'SourceImageSequence', kind: 'sequence' }),
  row('00082112[0]', 1, { kind: 'item', name: 'Item 1' }),
  row('00082112[0].00081155', 2, { tag: '(0008,1155)', keyword: 'ReferencedSOPInstanceUID', value: '1.2.3' }),
  row('00082112[1]', 1, { kind: 'item', name: 'Item 2' }),
  row('00082112[1].00081155', 2, { tag: '(0008,1155)', keyword: 'ReferencedSOPInstanceUID', value: '1.2.4' }),
  row('7FE00010', 0, { tag: '(7FE0,0010)', keyword: 'PixelData' }),
];

function pathsOf(found: readonly HeaderRow[]): readonly string[] {
  return found.map(({ path }) => path);
}

describe('search in a header', () => {
  it('finds by tag in any notation, by keyword and by value', () => {
    for (const text of ['0010,0010', '(0010,0010)', '00100010', 'patientname', 'smith']) {
      expect(pathsOf(searchHeader(rows, text)), text).toEqual(['00100010']);
    }
    expect(pathsOf(searchHeader(rows, '7fe0'))).toEqual(['7FE00010']);
  });

  it('shows a match in a sequence with the sequence and the item it stands in', () => {
    expect(pathsOf(searchHeader(rows, '1.2.4'))).toEqual(['00082112', '00082112[1]', '00082112[1].00081155']);
  });

  it('names each sequence once when several of its items match', () => {
    expect(pathsOf(searchHeader(rows, 'ReferencedSOP'))).toEqual(pathsOf(rows).slice(1, 6));
  });

  it('finds nothing for what is not there and everything for no text', () => {
    expect(searchHeader(rows, 'nowhere')).toEqual([]);
    expect(searchHeader(rows, '  ')).toBe(rows);
  });
});

it('hides what stands in a collapsed sequence or item', () => {
  expect(pathsOf(withoutCollapsed(rows, new Set(['00082112'])))).toEqual([
    '00100010',
    '00082112',
    '7FE00010',
  ]);
  expect(pathsOf(withoutCollapsed(rows, new Set(['00082112[0]'])))).toEqual(
    pathsOf(rows).filter((path) => path !== '00082112[0].00081155'),
  );
});
