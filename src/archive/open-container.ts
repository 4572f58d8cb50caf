import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { readDirectory, type Directory } from './directory';
import { flagEntries, type EntryFlag } from './entry-flags';
import { openEntrySource } from './entry-source';
import { entryAt } from './entry-table';
import { readGzipDirectory } from './gzip-directory';
import type { Inflater } from './inflater';
import { salvageDirectory } from './salvage';
import { entriesInFileOrder } from './share-entries';
import type { Source } from './source';
import { openSource, withRestartPoints, type ArchiveSpec, type SourceSpec } from './source-spec';
import { isTar, readTarDirectory } from './tar-directory';
import { TAR_BLOCK_BYTES } from './tar-header';

/** `tar.gz`: a tar packed by gzip as a whole. `files`: what is in no archive, as a folder has it. */
export type ContainerKind = 'zip' | 'tar' | 'gzip' | 'tar.gz' | 'files';

/** An archive of any kind, with its entries listed. */
export interface Container extends Directory {
  readonly kind: ContainerKind;
  /** What the offsets in the table count in: the archive itself, or what is packed in it as a whole. */
  readonly source: SourceSpec;
  readonly flags: readonly EntryFlag[];
}

/** More than any exam, CD or PACS export has; the page asks before it takes more. */
export const USUAL_MAX_ENTRIES = 1_000_000;

/**
 * ZIP, tar, gzip and gzipped tar, told by their content; a ZIP without a directory is salvaged. Errors are those of
 * the readers of directories, and `archive-too-many-entries`.
 */
export async function openContainer(
  spec: ArchiveSpec,
  inflater: Inflater,
  maxEntries = USUAL_MAX_ENTRIES,
): Promise<Result<Container>> {
  const container = await open(spec, inflater);
  const entries = container.ok ? container.value.table.count : 0;
  if (entries <= maxEntries) return container;
  return err(problem('archive-too-many-entries', nameOf(spec.source), { entries, limit: maxEntries }));
}

function nameOf(source: SourceSpec): string {
  return source.kind === 'blobs' ? source.name : source.entry.path;
}

async function open(spec: ArchiveSpec, inflater: Inflater): Promise<Result<Container>> {
  const opened = await openSource(spec.source, inflater);
  if (!opened.ok) return opened;
  const source = opened.value;
  const gzip = await readGzipDirectory(source, inflater);
  if (!gzip.ok) return gzip;
  if (gzip.value) return openGzip(spec, source, gzip.value, inflater);
  const directory = await listEntries(source, inflater);
  if (!directory.ok) return directory;
  const kind = directory.value.table.hasLocalHeaders ? 'zip' : 'tar';
  return ok(containerOf(kind, directory.value, withRestartPoints(spec.source, source)));
}

async function listEntries(source: Source, inflater: Inflater): Promise<Result<Directory>> {
  const start = await source.read(0, Math.min(TAR_BLOCK_BYTES, source.bytes));
  if (!start.ok) return start;
  if (isTar(start.value)) return readTarDirectory(source);
  const directory = await readDirectory(source);
  if (directory.ok || directory.error.code !== 'truncated-archive') return directory;
  const salvaged = await salvageDirectory(source, inflater);
  if (!salvaged.ok) return salvaged;
  return salvaged.value ? ok(salvaged.value) : directory;
}

/** A gzip file is an archive of one entry, unless that is a tar: then it is the tar's entries. */
async function openGzip(
  spec: ArchiveSpec,
  outer: Source,
  directory: Directory,
  inflater: Inflater,
): Promise<Result<Container>> {
  const entry = entryAt(directory.table, 0);
  const content = await openEntrySource({ source: outer, passwords: [], inflater }, entry);
  if (!content.ok) return content;
  const start = await content.value.read(0, Math.min(TAR_BLOCK_BYTES, content.value.bytes));
  const outerSpec = withRestartPoints(spec.source, outer);
  if (!start.ok || !isTar(start.value)) return ok(containerOf('gzip', directory, outerSpec));
  const tar = await readTarDirectory(content.value);
  if (!tar.ok) return tar;
  const archive = { source: outerSpec, passwords: [] };
  const source = { kind: 'entry', archive, entry, restartPoints: null } as const;
  const found = { ...tar.value, problems: [...directory.problems, ...tar.value.problems] };
  return ok(containerOf('tar.gz', found, withRestartPoints(source, content.value)));
}

function containerOf(kind: ContainerKind, directory: Directory, source: SourceSpec): Container {
  return {
    ...directory,
    kind,
    source,
    flags: flagEntries(directory.table, entriesInFileOrder(directory.table)),
  };
}
