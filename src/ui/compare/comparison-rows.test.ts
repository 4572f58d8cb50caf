import { describe, expect, it } from 'vitest';
import { alignHeaders } from '../../dicom/align-headers';
import type { HeaderRow } from '../../dicom/header-row';
import { findDifference, findParent, findRows, withoutClosed } from './comparison-rows';

function row(path: string, kind: HeaderRow['kind'], others: Partial<HeaderRow> = {}): HeaderRow {
  const depth = path.split(/[[.]/).length - 1;
  const fields = { tag: '', keyword: '', vr: '', vm: 1, value: '', lengthBytes: 0, offsetBytes: 0 };
  return { path, depth, kind, name: '', valueIsCut: false, ...fields, ...others };
}

function headerOf(patient: string, referenced: string): readonly HeaderRow[] {
  return [
    row('00080060', 'element', { name: 'Modality', value: 'CT' }),
    row('00081140', 'sequence', { name: 'Referenced Image Sequence' }),
    row('00081140[0]', 'item', { name: 'Item 1' }),
    row('00081140[0].00081155', 'element', { name: 'Referenced SOP Instance UID', value: referenced }),
    row('00100010', 'element', { name: "Patient's Name", value: patient }),
  ];
}

const HEADERS = [headerOf('Roe^Jane', '1.2'), headerOf('Roe^Jane', '1.3'), headerOf('Doe^John', '1.2')];
const ROWS = alignHeaders(HEADERS);
const [MODALITY, SEQUENCE, ITEM, REFERENCED, PATIENT] = [0, 1, 2, 3, 4];

function found(search: string, onlyDifferences: boolean): readonly string[] {
  return findRows(ROWS, HEADERS, { search, onlyDifferences }).map(({ path }) => path);
}

describe('findRows', () => {
  it('leaves what differs, with what it stands in', () => {
    expect(found('', false)).toHaveLength(5);
    expect(found(' ', true)).toEqual(['00081140', '00081140[0]', '00081140[0].00081155', '00100010']);
  });

  it('finds a value that only one of the headers has', () => {
    expect(found('doe', false)).toEqual(['00100010']);
    expect(found('1.3', true)).toEqual(['00081140', '00081140[0]', '00081140[0].00081155']);
    expect(found('modality', false)).toEqual(['00080060']);
    expect(found('modality', true)).toEqual([]);
  });
});

describe('withoutClosed', () => {
  it('hides what is inside of a closed sequence or item', () => {
    const paths = (closed: number): readonly string[] =>
      withoutClosed(ROWS, new Set([ROWS[closed]?.key ?? ''])).map(({ path }) => path);
    expect(paths(SEQUENCE)).toEqual(['00080060', '00081140', '00100010']);
    expect(paths(ITEM)).toEqual(['00080060', '00081140', '00081140[0]', '00100010']);
  });
});

describe('findDifference', () => {
  const open = new Set<string>();

  it('goes from element to element, past what only holds them', () => {
    expect(findDifference(ROWS, open, { index: -1, step: 1 })).toBe(REFERENCED);
    expect(findDifference(ROWS, open, { index: REFERENCED, step: 1 })).toBe(PATIENT);
    expect(findDifference(ROWS, open, { index: PATIENT, step: -1 })).toBe(REFERENCED);
    expect(findDifference(ROWS, open, { index: PATIENT, step: 1 })).toBe(-1);
    expect(findDifference(ROWS, open, { index: MODALITY, step: -1 })).toBe(-1);
  });

  it('stops at a closed sequence that has one inside', () => {
    const closed = new Set([ROWS[SEQUENCE]?.key ?? '']);
    const visible = withoutClosed(ROWS, closed);
    expect(findDifference(visible, closed, { index: MODALITY, step: 1 })).toBe(SEQUENCE);
  });
});

describe('findParent', () => {
  it('is the item of an element, the sequence of an item, nothing at the top', () => {
    expect(findParent(ROWS, REFERENCED)).toBe(ITEM);
    expect(findParent(ROWS, ITEM)).toBe(SEQUENCE);
    expect(findParent(ROWS, PATIENT)).toBe(-1);
  });
});
