import { inflateRaw } from '../archive/inflate-raw';
import type { Inflater } from '../archive/inflater';
import { readEntry } from '../archive/read-entry';
import type { Problem } from '../base/problem';
import { ok, type Result } from '../base/result';
import { parsePart10, type DicomFile } from '../dicom/part10';
import { openAddress } from './open-address';
import type { InstanceAddress } from './protocol';

export interface ReadInstance {
  readonly dicom: DicomFile;
  /** Of the entry in its archive: damage, a wrong checksum. */
  readonly problems: readonly Problem[];
}

/** One whole instance out of its archive. */
export async function readInstance(
  address: InstanceAddress,
  inflater: Inflater,
  signal: AbortSignal,
): Promise<Result<ReadInstance>> {
  const { entry } = address;
  const access = await openAddress(address, inflater);
  if (!access.ok) return access;
  const content = await readEntry(access.value, entry, signal);
  if (!content.ok) return content;
  const { bytes, problems } = content.value;
  const dicom = parsePart10(bytes, {
    where: entry.path,
    inflateRaw: (compressed) => inflateRaw(compressed, inflater),
  });
  return dicom.ok ? ok({ dicom: dicom.value, problems }) : dicom;
}
