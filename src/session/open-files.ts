import { openArchive, openFolder } from './archive-actions';
import { WorkerPool } from '../workers/pool';
import { startSampleWorker } from '../workers/start';
import { groupFiles, type GivenFile } from './group-files';

/** Opens what was dropped or chosen: archives, the parts of split ones, folders, and files in no archive. */
export function openFiles(files: readonly GivenFile[]): void {
  for (const group of groupFiles(files)) {
    if (group.kind === 'archive')
      openArchive(
        group.name,
        group.files.map(({ file }) => file),
      );
    else
      openFolder(
        group.name,
        group.files.map(({ path, file }) => ({ path, file, bytes: file.size })),
      );
  }
}

/** Builds and opens the sample archive. */
export async function openSample(): Promise<void> {
  const pool = new WorkerPool({ start: startSampleWorker, size: 1 });
  const sample = await pool.request('buildSample', null);
  pool.dispose();
  if (sample.ok) openArchive('sample.zip', [new Blob([sample.value])]);
}
