import type { Inflater } from '../archive/inflater';
import type { FileId } from '../base/ids';
import { ok, type Result } from '../base/result';
import { openInstance, type OpenInstance } from './open-instance';
import type { InstanceAddress } from './protocol';

/** The one that was opened last: after its header its values are read, which shall not inflate it again. */
let kept: { readonly file: FileId; readonly instance: OpenInstance } | null = null;

/** As `openInstance`; the same one again costs nothing. */
export async function openKeptInstance(
  address: InstanceAddress,
  inflater: Inflater,
  signal: AbortSignal,
): Promise<Result<OpenInstance>> {
  if (kept?.file === address.file) return ok(kept.instance);
  kept = null;
  const opened = await openInstance(address, inflater, { signal });
  if (opened.ok) kept = { file: address.file, instance: opened.value };
  return opened;
}
