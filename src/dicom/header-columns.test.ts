import { expect, it } from 'vitest';
import { problem } from '../base/problem';
import { decodeHeader, encodeHeader } from './header-columns';
import type { Header, HeaderRow } from './header-row';

const row: HeaderRow = {
  path: '00080020',
  depth: 0,
  kind: 'element',
  tag: '(0008,0020)',
  keyword: 'StudyDate',
  name: 'Study Date',
  vr: 'DA',
  vm: 1,
  value: '20240305',
  valueIsCut: false,
  lengthBytes: 8,
  offsetBytes: 5_000_000_000,
  note: '2024-03-05',
};

it('a header is the same after it has crossed to the page', () => {
  const header: Header = {
    rows: [
      row,
      { ...row, path: '00080020~1', value: 'a\nb', valueIsCut: true, problems: ['twice', 'too long'] },
      { ...row, path: '00081140', kind: 'sequence', value: '', lengthBytes: -1, vm: 2 },
      { ...row, path: '00081140[0]', kind: 'item', depth: 1, tag: '', keyword: '' },
      { ...row, path: '00091010', creator: 'ACME', note: '' },
    ],
    problems: [problem('charset-fallback', 'IM1', { declared: '', used: 'UTF-8' })],
    transferSyntaxUid: '1.2.840.10008.1.2.1',
    transferSyntaxName: 'Explicit VR Little Endian',
    sopClassName: 'CT Image Storage',
  };
  expect(decodeHeader(structuredClone(encodeHeader(header).columns))).toEqual(header);
});

it('a header without rows has none', () => {
  const header = { rows: [], problems: [], transferSyntaxUid: '', transferSyntaxName: '', sopClassName: '' };
  expect(decodeHeader(encodeHeader(header).columns)).toEqual(header);
});
