import type { FileId } from '../base/ids';
import type { Result } from '../base/result';
import type { ValueText } from '../dicom/value-text';
import type { ValueBytes } from '../workers/protocol';
import { engine } from './engine';

export type { ValueBytes };

/** An element, or an item, of a file by the path in its header. */
export interface ElementAddress {
  readonly file: FileId;
  readonly path: string;
}

/** The bytes from `start` to `end` of a value. */
export function readValueBytes(
  { file, path }: ElementAddress,
  start: number,
  end: number,
  signal?: AbortSignal,
): Promise<Result<ValueBytes>> {
  return engine.readValue(file, { path, start, end }, signal);
}

/** All of a value as text; `vr` is that of its row. */
export function readValueText(
  { file, path }: ElementAddress,
  vr: string,
  signal: AbortSignal,
): Promise<Result<ValueText>> {
  return engine.readValueText(file, { path, vr }, signal);
}
