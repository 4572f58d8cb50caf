import { engine } from './engine';
import { cellOfFile, computeFileMap, type FileMap } from './file-map';
import { listFiles } from './files';
import { seriesInOrder } from './images';
import { useSession } from './store';

/** The map of the session as it is. */
export function readFileMap(): FileMap {
  const { archives, catalog } = useSession.getState();
  const mapped = archives.flatMap(({ id, name }) => {
    const isDirectory = engine.tableOf(id)?.isDirectory;
    return isDirectory === undefined
      ? []
      : [{ id, name, isDirectory, states: engine.catalog.stateCodesOf(id) }];
  });
  return computeFileMap(mapped, seriesInOrder(catalog));
}

/** 1 for each cell whose path holds the text; null where the text is empty and every one does. */
export function matchCells(map: FileMap, filter: string): Uint8Array | null {
  if (filter.trim() === '') return null;
  const matches = new Uint8Array(map.entries.length);
  for (const file of listFiles({ filter, state: 'all' })) {
    const cell = cellOfFile(map, file);
    if (cell !== null) matches[cell] = 1;
  }
  return matches;
}
