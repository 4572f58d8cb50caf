import { openEntrySource } from '../archive/entry-source';
import type { Inflater } from '../archive/inflater';
import { inWindows, rangesOf, type ByteRanges } from '../base/byte-ranges';
import type { Problem } from '../base/problem';
import { ok, type Result } from '../base/result';
import { readPart10Head } from '../dicom/part10-head';
import { MAX_WHOLE_BYTES } from './instance-size';
import { openAddress } from './open-address';
import type { InstanceAddress } from './protocol';
import { readInstance, type ReadInstance } from './read-instance';

/** An instance with its header read, whose pixels are read when they are wanted. */
export interface OpenInstance extends ReadInstance {
  /** The file, in which the offsets of `dicom` count. */
  readonly content: ByteRanges;
}

export interface OpenOptions {
  readonly signal: AbortSignal;
  readonly maxWholeBytes?: number;
}

/** Of a large instance as much is read at least at a time: some frames' compressed streams, half of a native one. */
const WINDOW_BYTES = 256 << 10;

/**
 * An instance out of its archive. One of more than `maxWholeBytes` is not held: its header is read up to the pixels,
 * its checksum is not known, and of its content any range can be read. All others are read whole.
 */
export async function openInstance(
  address: InstanceAddress,
  inflater: Inflater,
  { signal, maxWholeBytes = MAX_WHOLE_BYTES }: OpenOptions,
): Promise<Result<OpenInstance>> {
  if (address.entry.bytes > maxWholeBytes) {
    const large = await openLargeInstance(address, inflater);
    if (large !== null) return large;
  }
  const instance = await readInstance(address, inflater, signal);
  if (!instance.ok) return instance;
  return ok({ ...instance.value, content: rangesOf(instance.value.dicom.byteArray) });
}

/** Null where it has to be read whole: the data set is deflated, or the entry is damaged before the pixels. */
async function openLargeInstance(
  address: InstanceAddress,
  inflater: Inflater,
): Promise<Result<OpenInstance> | null> {
  const { entry } = address;
  const access = await openAddress(address, inflater);
  if (!access.ok) return access;
  const source = await openEntrySource(access.value, entry);
  if (!source.ok) return source;
  const content = inWindows(source.value, WINDOW_BYTES);
  const dicom = await readPart10Head(content, entry.path);
  if (!dicom.ok) return isDamage(dicom.error) ? null : dicom;
  return dicom.value === null ? null : ok({ dicom: dicom.value, content, problems: [] });
}

/** Read as a whole, such an entry gives what stands before. */
function isDamage({ code }: Problem): boolean {
  return code === 'entry-data-damaged' || code === 'entry-size-mismatch';
}
