import { expect, it } from 'vitest';
import { rowOf } from './header-row.fixture';
import { formatRow, formatRows } from './rows-text';

const name = rowOf('00100010', { name: 'Patient’s Name', vr: 'PN', value: 'Roe^Jane' });

it('gives an element as a line of tag, name and value', () => {
  expect(formatRow(name)).toBe('(0010,0010)\tPatient’s Name\tRoe^Jane');
  expect(formatRow(rowOf('00082112[0]', { name: 'Item 1', value: '' }))).toBe('Item 1\t');
});

it('keeps a text of several lines in one, and says where it is cut', () => {
  const comments = rowOf('00104000', { name: 'Comments', value: 'one\r\ntwo\tthree', valueIsCut: true });
  expect(formatRow(comments)).toBe('(0010,4000)\tComments\tone two three…');
});

it('gives rows as a table, nested ones marked as in the standard', () => {
  const rows = [
    name,
    rowOf('00082112', { name: 'Source Image Sequence', kind: 'sequence', vr: 'SQ', value: '' }),
    rowOf('00082112[0]', { name: 'Item 1', vr: '', value: '' }),
    rowOf('00082112[0].00081155', { name: 'Referenced SOP Instance UID', vr: 'UI', value: '1.2' }),
  ];
  expect(formatRows(rows).split('\n')).toEqual([
    'Tag\tName\tVR\tValue',
    '(0010,0010)\tPatient’s Name\tPN\tRoe^Jane',
    '(0008,2112)\tSource Image Sequence\tSQ\t',
    '>\tItem 1\t\t',
    '>(0008,1155)\tReferenced SOP Instance UID\tUI\t1.2',
  ]);
});
