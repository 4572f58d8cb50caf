import { archivePath } from '../session/archives';
import type { OpenArchive } from '../session/state';

export const CONTAINER_WORDS: Readonly<Record<NonNullable<OpenArchive['kind']>, string>> = {
  zip: 'ZIP archive',
  tar: 'tar archive',
  gzip: 'gzip file',
  'tar.gz': 'gzipped tar archive',
  files: 'Files in no archive',
};

/** `inner.zip in outer.zip`: what an archive is called where others may have the same name. */
export function archiveTitle({ id }: OpenArchive): string {
  return archivePath(id)
    .map(({ name }) => name)
    .toReversed()
    .join(' in ');
}

/** The last part of its path where it is inside another. */
export function shortArchiveName({ name }: OpenArchive): string {
  return name.slice(name.lastIndexOf('/') + 1) || name;
}
