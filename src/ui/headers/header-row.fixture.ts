import type { HeaderRow } from '../../dicom/header-row';

/** A row of a header: an element, unless `rest` says otherwise; its tag and depth follow from its path. */
export function rowOf(path: string, rest: Partial<HeaderRow> = {}): HeaderRow {
  const digits = /([0-9A-F]{4})([0-9A-F]{4})$/.exec(path);
  return {
    path,
    depth: 2 * (path.split('.').length - 1) + (digits === null ? 1 : 0),
    kind: digits === null ? 'item' : 'element',
    tag: digits === null ? '' : `(${digits[1] ?? ''},${digits[2] ?? ''})`,
    keyword: '',
    name: '',
    vr: 'LO',
    vm: 1,
    value: 'x',
    valueIsCut: false,
    lengthBytes: 2,
    offsetBytes: 0,
    ...rest,
  };
}

export function pathsOf(rows: Iterable<HeaderRow>): readonly string[] {
  return [...rows].map(({ path }) => path);
}
