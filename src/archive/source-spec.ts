import { ok, type Result } from '../base/result';
import type { ArchiveAccess } from './archive-access';
import { openEntrySource, type ContentSource } from './entry-source';
import type { ArchiveEntry } from './entry-table';
import type { Inflater } from './inflater';
import { loadRestartPoints, saveRestartPoints, type SavedRestartPoints } from './restart-points';
import { blobSource, type Source } from './source';

/** Where the bytes of an archive are: a plain value that crosses to workers. */
export type SourceSpec =
  | {
      readonly kind: 'blobs';
      readonly name: string;
      readonly blobs: readonly Blob[];
      /** Where the first of the blobs begins; what is before it is not read. */
      readonly start: number;
    }
  | {
      /** The content of an entry of another archive. */
      readonly kind: 'entry';
      readonly archive: ArchiveSpec;
      readonly entry: ArchiveEntry;
      readonly restartPoints: SavedRestartPoints | null;
    };

export interface ArchiveSpec {
  readonly source: SourceSpec;
  readonly passwords: readonly string[];
}

export async function openArchive(
  { source, passwords }: ArchiveSpec,
  inflater: Inflater,
): Promise<Result<ArchiveAccess>> {
  const opened = await openSource(source, inflater);
  return opened.ok ? ok({ source: opened.value, passwords, inflater }) : opened;
}

export async function openSource(spec: SourceSpec, inflater: Inflater): Promise<Result<Source>> {
  return spec.kind === 'blobs' ? ok(blobSource(spec, spec.name)) : openContent(spec, inflater);
}

type EntrySpec = Extract<SourceSpec, { kind: 'entry' }>;

async function openContent(spec: EntrySpec, inflater: Inflater): Promise<Result<ContentSource>> {
  const access = await openArchive(spec.archive, inflater);
  if (!access.ok) return access;
  const points = spec.restartPoints === null ? [] : await loadRestartPoints(spec.restartPoints);
  return openEntrySource(access.value, spec.entry, points);
}

/** The spec with what its source has learned of how to go back, for the workers that open it next. */
export function withRestartPoints(spec: SourceSpec, source: Source): SourceSpec {
  if (spec.kind === 'blobs' || !isContentSource(source)) return spec;
  return { ...spec, restartPoints: saveRestartPoints(source.restartPoints) };
}

function isContentSource(source: Source): source is ContentSource {
  return 'restartPoints' in source;
}
