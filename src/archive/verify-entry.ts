import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { ArchiveAccess } from './archive-access';
import { crc32 } from './crc32';
import { encryptionOverhead } from './decryptor';
import { MAX_CHUNK_BYTES, readChunks } from './entry-chunks';
import { crcMismatch, cutOff, damageAt, notAuthentic, sizeMismatch, streamUnfinished } from './entry-damage';
import { compressionOf } from './entry-support';
import type { ArchiveEntry } from './entry-table';
import { MAX_STEP_BYTES, type InflateStream } from './inflater';
import { openStoredData, type StoredData } from './stored-data';

/**
 * Reads all of an entry and holds it against what its container says: length, CRC-32, and the authentication code of
 * an encrypted one. Gives what is wrong; nothing where all is right. Takes the memory of a chunk, whatever the length.
 * Errors are those of `readEntry`.
 */
export async function verifyEntry(
  access: ArchiveAccess,
  entry: ArchiveEntry,
  signal: AbortSignal,
): Promise<Result<readonly Problem[]>> {
  const data = await openStoredData(access, entry, MAX_CHUNK_BYTES, { authenticates: true });
  if (!data.ok) return data;
  const compression = compressionOf(entry);
  const stream = compression === null ? null : access.inflater.open(compression);
  const found = await check(data.value, stream, signal);
  stream?.dispose();
  return found;
}

async function check(
  data: StoredData,
  stream: InflateStream | null,
  signal: AbortSignal,
): Promise<Result<readonly Problem[]>> {
  const { entry, isCutOff } = data;
  const content = createTally(stream, entry.bytes);
  for await (const chunk of readChunks(data, MAX_CHUNK_BYTES)) {
    if (signal.aborted) return err(problem('cancelled', entry.path, {}));
    if (!chunk.ok) return chunk;
    content.add(chunk.value);
    if (content.state === 'damaged') return ok([damageAt(entry, content.consumed)]);
    if (content.bytes > entry.bytes) return ok([sizeMismatch(entry, content.bytes)]);
  }
  if (isCutOff) return ok([cutOff(entry)]);
  if (content.state === 'more' && stream !== null) return ok([streamUnfinished(entry)]);
  const problems: Problem[] = [];
  if (content.bytes !== entry.bytes) problems.push(sizeMismatch(entry, content.bytes));
  if (entry.crc32 !== null && content.crc32 !== entry.crc32) problems.push(crcMismatch(entry, content.crc32));
  return authenticate(data, problems);
}

/** What has come out of an entry so far. */
interface Tally {
  add(chunk: Uint8Array): void;
  bytes: number;
  crc32: number;
  consumed: number;
  state: 'more' | 'end' | 'damaged';
}

/** A bomb that goes on for longer than `limitBytes`, which is what it says, is not followed. */
function createTally(stream: InflateStream | null, limitBytes: number): Tally {
  const output = new Uint8Array(MAX_STEP_BYTES);
  const tally: Tally = {
    bytes: 0,
    crc32: 0,
    consumed: 0,
    state: 'more',
    add: (chunk) => {
      if (stream === null) count(chunk);
      else inflate(stream, chunk);
    },
  };

  function count(content: Uint8Array): void {
    tally.bytes += content.length;
    tally.crc32 = crc32(content, tally.crc32);
  }

  function inflate(from: InflateStream, chunk: Uint8Array): void {
    let consumed = 0;
    while (tally.state === 'more' && tally.bytes <= limitBytes) {
      const step = from.inflate(chunk.subarray(consumed), output);
      consumed += step.consumed;
      tally.consumed += step.consumed;
      tally.state = step.state;
      count(output.subarray(0, step.produced));
      if (step.consumed === 0 && step.produced === 0) return;
    }
  }

  return tally;
}

/** WinZip's AE-2 has no CRC-32; its authentication code stands behind the data. */
async function authenticate(
  { source, entry, end, decryptor }: StoredData,
  problems: readonly Problem[],
): Promise<Result<readonly Problem[]>> {
  const { encryption } = entry;
  if (encryption.kind !== 'winzip-aes' || decryptor?.authenticate === undefined) return ok(problems);
  const trailer = await source.read(end, end + encryptionOverhead(encryption).trailerBytes);
  if (!trailer.ok) return trailer;
  return ok(decryptor.authenticate(trailer.value) ? problems : [...problems, notAuthentic(entry)]);
}
