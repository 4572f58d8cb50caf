import { describe, expect, it } from 'vitest';
import type { HeaderRow } from '../../dicom/header-row';
import { findingRow } from '../findings/finding-row.fixture';
import { filterRows, rowsByPath, type HeaderFilter } from './filter-rows';
import { pathsOf, rowOf } from './header-row.fixture';
import { parseSearch } from './header-search';
import { narrowRows, withoutCollapsed } from './narrow-rows';

const rows = [
  rowOf('00100010', { keyword: 'PatientName', name: 'Patient’s Name', value: 'Smith^Ann' }),
  rowOf('00082112', {
    keyword: 'SourceImageSequence',
    name: 'Source Image Sequence',
    kind: 'sequence',
    vm: 2,
  }),
  rowOf('00082112[0]', { name: 'Item 1' }),
  rowOf('00082112[0].00081155', { keyword: 'ReferencedSOPInstanceUID', value: '1.2.3' }),
  rowOf('00082112[1]', { name: 'Item 2' }),
  rowOf('00082112[1].00081155', { keyword: 'ReferencedSOPInstanceUID', value: '1.2.4' }),
  rowOf('00204000', { keyword: 'ImageComments', value: '', vm: 0, lengthBytes: 0 }),
  rowOf('00290010', { name: 'Private Creator', value: 'SIEMENS CSA HEADER' }),
  rowOf('00291010', { name: '[SIEMENS CSA HEADER]', creator: 'SIEMENS CSA HEADER', vr: 'OB' }),
  rowOf('00291011', { name: '', creator: 'ACME 1.1', value: '', problems: ['VR ZZ is unknown'] }),
  rowOf('7FE00010', { keyword: 'PixelData', name: 'Pixel Data', note: '3 fragments' }),
];

const findings = new Map([['00082112[1].00081155', [findingRow({ path: '00082112[].00081155' })]]]);

function narrowed(text: string, filters: readonly HeaderFilter[] = [], before: readonly HeaderRow[] = []) {
  const filtered = filterRows(rows, { before: before.length === 0 ? null : rowsByPath(before), findings });
  return narrowRows(rows, { search: parseSearch(text), filters }, filtered);
}

function found(text: string, filters: readonly HeaderFilter[] = []): readonly string[] {
  return pathsOf(narrowed(text, filters).rows);
}

describe('search', () => {
  it('finds by tag in any notation, by keyword, name and value', () => {
    const texts = [
      '0010,0010',
      '(0010,0010)',
      '00100010',
      'patientname',
      'patient’s n',
      'smith',
      ' SMITH^a ',
    ];
    for (const text of texts) expect(found(text), text).toEqual(['00100010']);
    expect(found('7fe0')).toEqual(['7FE00010']);
    expect(found('3 fragments')).toEqual(['7FE00010']);
  });

  it('takes four digits for a group or an element', () => {
    expect(found('0010')).toEqual(['00100010', '00290010', '7FE00010']);
  });

  it('finds private elements by their creator, and all of them', () => {
    expect(found('private:SIEMENS')).toEqual(['00290010', '00291010']);
    expect(found('private: acme')).toEqual(['00291011']);
    expect(found('private:')).toEqual(['00290010', '00291010', '00291011']);
  });

  it('finds a creator without asking for it as such', () => {
    expect(found('acme')).toEqual(['00291011']);
  });

  it('shows a match in a sequence with the sequence and the item it stands in', () => {
    expect(found('1.2.4')).toEqual(['00082112', '00082112[1]', '00082112[1].00081155']);
    expect(narrowed('1.2.4').elements).toBe(1);
  });

  it('names each sequence once when several of its items match', () => {
    expect(found('ReferencedSOP')).toEqual(pathsOf(rows).slice(1, 6));
  });

  it('shows of a sequence that matches all that stands in it', () => {
    expect(found('SourceImage')).toEqual(pathsOf(rows).slice(1, 6));
    expect(found('item 2')).toEqual(['00082112', '00082112[1]', '00082112[1].00081155']);
    // The sequence and two elements; items are none.
    expect(narrowed('SourceImage').elements).toBe(3);
  });

  it('finds nothing for what is not there and everything for no text', () => {
    expect(found('nowhere')).toEqual([]);
    expect(narrowed('nowhere').elements).toBe(0);
    expect(narrowed('  ').rows).toBe(rows);
    expect(narrowed('').elements).toBe(9);
  });
});

describe('filters', () => {
  it('leave private elements, those with problems, those without a value', () => {
    expect(found('', ['private'])).toEqual(['00290010', '00291010', '00291011']);
    expect(found('', ['problems'])).toEqual(['00291011']);
    expect(found('', ['empty'])).toEqual(['00204000', '00291011']);
  });

  it('leave those in which something has been found, with what they stand in', () => {
    expect(found('', ['findings'])).toEqual(['00082112', '00082112[1]', '00082112[1].00081155']);
  });

  it('have to pass all, with the search', () => {
    expect(found('', ['private', 'empty'])).toEqual(['00291011']);
    expect(found('siemens', ['private'])).toEqual(['00290010', '00291010']);
    expect(found('siemens', ['empty'])).toEqual([]);
    expect(found('0020', ['empty'])).toEqual(['00204000']);
  });

  it('take what stands in a private sequence for private', () => {
    const nested = [
      rowOf('00091001', { kind: 'sequence' }),
      rowOf('00091001[0]'),
      rowOf('00091001[0].00100020'),
      rowOf('00100020'),
    ];
    expect(pathsOf(filterRows(nested, { before: null, findings }).private)).toEqual([
      '00091001',
      '00091001[0].00100020',
    ]);
  });

  it('take a sequence without items for empty, and no item', () => {
    const sequences = [
      rowOf('00081140', { kind: 'sequence', vm: 0, value: '' }),
      rowOf('00082112', { kind: 'sequence', vm: 1, value: '' }),
      rowOf('00082112[0]', { vm: 0, value: '' }),
    ];
    expect(pathsOf(filterRows(sequences, { before: null, findings }).empty)).toEqual(['00081140']);
  });
});

describe('what has changed', () => {
  const changes: readonly [string, HeaderRow | null, boolean][] = [
    ['nothing', rowOf('00080018', { value: '1.2' }), false],
    ['its offset', rowOf('00080018', { value: '1.2', offsetBytes: 99 }), false],
    ['its value', rowOf('00080018', { value: '1.3' }), true],
    ['its VR', rowOf('00080018', { value: '1.2', vr: 'UN' }), true],
    ['it was not there', null, true],
  ];
  it.each(changes)('%s', (_, before, isChanged) => {
    const row = rowOf('00080018', { value: '1.2' });
    const { changed } = filterRows([row], {
      before: rowsByPath(before === null ? [] : [before]),
      findings,
    });
    expect(changed.has(row)).toBe(isChanged);
  });

  it('is told of a value that is cut by its length too', () => {
    const row = rowOf('7FE00010', { valueIsCut: true, lengthBytes: 100 });
    const before = rowOf('7FE00010', { valueIsCut: true, lengthBytes: 102 });
    expect(filterRows([row], { before: rowsByPath([before]), findings }).changed.size).toBe(1);
  });

  it('is nothing where no header was shown before', () => {
    expect(filterRows(rows, { before: null, findings }).changed.size).toBe(0);
  });

  it('of a sequence is the number of its items', () => {
    const before = rows.map((row) => (row.path === '00082112' ? { ...row, vm: 1 } : row));
    expect(pathsOf(narrowed('', ['changed'], before).rows)).toEqual(['00082112']);
  });
});

it('hides what stands in a collapsed sequence or item', () => {
  expect(pathsOf(withoutCollapsed(rows, new Set(['00082112'])))).toEqual(
    pathsOf(rows).filter((path) => !path.startsWith('00082112[')),
  );
  expect(pathsOf(withoutCollapsed(rows, new Set(['00082112[0]'])))).toEqual(
    pathsOf(rows).filter((path) => path !== '00082112[0].00081155'),
  );
});
