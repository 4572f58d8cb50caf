import { EntropyReader } from './entropy-reader';
import { isRestart } from '../../base/jpeg-segments';

/** What follows a scan header: entropy-coded segments, one for each restart interval (ITU-T T.81 B.1.1.5). */
export interface EntropyCodedData {
  /** Without stuffed bytes and restart markers. */
  readonly bytes: Uint8Array;
  /** Where in `bytes` each restart interval ends. */
  readonly intervalEnds: readonly number[];
  /** In the stream: of the marker behind the scan, or the stream's length. */
  readonly end: number;
}

export function readEntropyCodedData(stream: Uint8Array, start: number): EntropyCodedData {
  const end = findEnd(stream, start);
  const bytes = new Uint8Array(end - start);
  const intervalEnds: number[] = [];
  let length = 0;
  let position = start;
  while (position < end) {
    const next = nextFill(stream, position, end);
    bytes.set(stream.subarray(position, next), length);
    length += next - position;
    if (stream[next + 1] === 0) bytes[length++] = 0xff;
    if (isRestart(stream[next + 1] ?? 0)) intervalEnds.push(length);
    position = next + (stream[next + 1] === 0xff ? 1 : 2);
  }
  intervalEnds.push(length);
  return { bytes, intervalEnds, end };
}

/** A restart interval: MCUs that are decoded independently of others. */
export interface RestartInterval {
  readonly reader: EntropyReader;
  readonly firstMcu: number;
  /** Of the first MCU behind it. */
  readonly endMcu: number;
}

/** `mcusPerInterval`: as DRI says it; 0 where the scan is not divided. */
export function* restartIntervals(
  { bytes, intervalEnds }: EntropyCodedData,
  totalMcus: number,
  mcusPerInterval: number,
): Generator<RestartInterval> {
  const step = mcusPerInterval || totalMcus;
  for (const [index, end] of intervalEnds.entries()) {
    const firstMcu = index * step;
    if (firstMcu >= totalMcus) return;
    const reader = new EntropyReader(bytes, intervalEnds[index - 1] ?? 0, end);
    yield { reader, firstMcu, endMcu: Math.min(firstMcu + step, totalMcus) };
  }
}

function nextFill(stream: Uint8Array, from: number, end: number): number {
  const next = stream.indexOf(0xff, from);
  return next < 0 ? end : Math.min(next, end);
}

/** Where the first marker is that is not a restart one. */
function findEnd(stream: Uint8Array, start: number): number {
  for (let index = stream.indexOf(0xff, start); index >= 0; index = stream.indexOf(0xff, index + 1)) {
    const code = stream[index + 1] ?? 0;
    if (code !== 0 && code !== 0xff && !isRestart(code)) return index;
  }
  return stream.length;
}
