import { describe, expect, it } from 'vitest';
import { archiveOfFile, entryOfFile, toArchiveId, toFileId } from '../base/ids';
import { fileNames } from './report-file-names';

const [OUTER, OTHER, INNER, INNERMOST] = [toArchiveId(0), toArchiveId(1), toArchiveId(2), toArchiveId(3)];
const ARCHIVES = [
  { id: OUTER, name: 'outer.zip', parent: null },
  { id: OTHER, name: 'other.zip', parent: null },
  { id: INNER, name: 'day 1/inner.zip', parent: toFileId(OUTER, 4) },
  { id: INNERMOST, name: 'deep.tar', parent: toFileId(INNER, 1) },
];
const PATHS = new Map([
  ['0.4', 'day 1/inner.zip'],
  ['2.1', 'deep.tar'],
  ['3.7', 'CT/IM1'],
  ['1.0', 'IM2'],
]);
const pathOf = (file: ReturnType<typeof toFileId>): string =>
  PATHS.get(`${archiveOfFile(file)}.${entryOfFile(file)}`) ?? '';

describe('names of files in a report', () => {
  const names = fileNames({ archives: ARCHIVES, pathOf, isMasked: false });

  it('are paths, through the archives inside the archive', () => {
    expect(names.of(toFileId(OTHER, 0))).toBe('IM2');
    expect(names.of(toFileId(INNERMOST, 7))).toBe('day 1/inner.zip!/deep.tar!/CT/IM1');
    expect(names.of(null)).toBe('');
  });

  it('say which archive is meant where there are several', () => {
    expect(names.areSeveral).toBe(true);
    expect(names.archiveOf(toFileId(INNERMOST, 7))).toBe('outer.zip');
    expect(names.ofArchive(INNERMOST)).toBe('outer.zip!/day 1/inner.zip!/deep.tar');
  });

  it('are numbers of entries where they are masked', () => {
    const masked = fileNames({ archives: ARCHIVES, pathOf, isMasked: true });
    expect(masked.of(toFileId(INNERMOST, 7))).toBe('file 5!/file 2!/file 8');
    expect(masked.archiveOf(toFileId(OTHER, 0))).toBe('archive 2');
    expect(masked.ofArchive(INNER)).toBe('archive 1!/file 5');
  });
});
