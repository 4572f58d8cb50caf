import { describe, expect, it } from 'vitest';
import { toArchiveId, toFileId, type FileId } from '../base/ids';
import type { Series } from '../catalog/catalog-types';
import { FILE_STATES, type FileState } from '../catalog/file-columns';
import { cellOfFile, computeFileMap, fileOfCell, seriesOfCell, type MappedArchive } from './file-map';

const FIRST = toArchiveId(0);
const SECOND = toArchiveId(1);

/** A directory where the state is null. */
function archiveOf(id: typeof FIRST, name: string, states: readonly (FileState | null)[]): MappedArchive {
  return {
    id,
    name,
    isDirectory: Uint8Array.from(states, (state) => Number(state === null)),
    states: Uint8Array.from(states, (state) => FILE_STATES.indexOf(state ?? 'pending')),
  };
}

function seriesOf(key: string, files: readonly FileId[], duplicates: readonly FileId[] = []): Series {
  return { key, instances: files.map((file) => ({ file })), duplicates } as unknown as Series;
}

function filesOf(archive: typeof FIRST, ...entries: readonly number[]): readonly FileId[] {
  return entries.map((entry) => toFileId(archive, entry));
}

describe('the file map', () => {
  const head = seriesOf('head', filesOf(FIRST, 1, 3), filesOf(SECOND, 0));
  const chest = seriesOf('chest', filesOf(FIRST, 4));
  const map = computeFileMap(
    [
      archiveOf(FIRST, 'first.zip', [null, 'shown', 'notDicom', 'headerOnly', 'shown', 'unreadable']),
      archiveOf(toArchiveId(7), 'folders.zip', [null, null]),
      archiveOf(SECOND, 'second.zip', ['duplicate', null, 'skipped', 'pending']),
    ],
    [chest, head],
  );

  it('has a cell for every file in the order of the archives, none for a directory', () => {
    expect(map.sections).toEqual([
      { archive: FIRST, name: 'first.zip', firstCell: 0, cellCount: 5 },
      { archive: SECOND, name: 'second.zip', firstCell: 5, cellCount: 3 },
    ]);
    expect(Array.from(map.states, (state) => FILE_STATES[state])).toEqual([
      'shown',
      'notDicom',
      'headerOnly',
      'shown',
      'unreadable',
      'duplicate',
      'skipped',
      'pending',
    ]);
  });

  it('knows the series of a cell, duplicates included', () => {
    const found = [0, 1, 2, 3, 4, 5, 6, 7].map((cell) => seriesOfCell(map, cell)?.series.key);
    expect(found).toEqual(['head', undefined, 'head', 'chest', undefined, 'head', undefined, undefined]);
  });

  it('finds the file of a cell, and the cell of a file', () => {
    const files = [...filesOf(FIRST, 1, 2, 3, 4, 5), ...filesOf(SECOND, 0, 2, 3)];
    expect(files.map((_, cell) => fileOfCell(map, cell))).toEqual(files);
    expect(files.map((file) => cellOfFile(map, file))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('has no cell for a directory, nor for a file of an archive that is closed', () => {
    const others = [
      toFileId(FIRST, 0),
      toFileId(SECOND, 1),
      toFileId(SECOND, 4),
      toFileId(toArchiveId(9), 0),
    ];
    expect(others.map((file) => cellOfFile(map, file))).toEqual([null, null, null, null]);
  });

  it('has nothing to show of no archive', () => {
    expect(computeFileMap([], []).entries).toHaveLength(0);
  });
});
