import type { ArchiveAccess } from './archive-access';
import { encryptionOverhead, type Decryptor } from './decryptor';
import type { ArchiveEntry } from './entry-table';
import { compressionOf } from './entry-support';
import type { Inflater } from './inflater';
import { openDecryptor, type DecryptorOptions } from './open-decryptor';

/** Enough of a deflate stream to tell it from noise: that breaks a rule of the format within some hundred bytes. */
const SAMPLE_BYTES = 4096;

/**
 * A decryptor with the first of the passwords that fits, null where none does. `stored` is the entry's data from
 * their start, as far as they are loaded.
 */
export async function unlock(
  entry: ArchiveEntry,
  stored: Uint8Array,
  { passwords, inflater }: Pick<ArchiveAccess, 'passwords' | 'inflater'>,
  options?: Pick<DecryptorOptions, 'authenticates'>,
): Promise<Decryptor | null> {
  const { encryption } = entry;
  if (encryption.kind === 'none' || encryption.kind === 'unknown') return null;
  const { headerBytes } = encryptionOverhead(encryption);
  if (stored.length < headerBytes) return null;
  const isPlausible = (decryptor: Decryptor): boolean => {
    const sample = stored.slice(headerBytes, headerBytes + SAMPLE_BYTES);
    return encryption.kind === 'winzip-aes' || inflates(entry, decryptor, sample, inflater);
  };
  for (const password of passwords) {
    const header = stored.subarray(0, headerBytes);
    const decryptor = await openDecryptor(encryption, header, password, { ...options, isPlausible });
    if (decryptor !== null) return decryptor;
  }
  return null;
}

/** ZipCrypto has one byte to check a password by, which one wrong password in 256 passes as well. */
function inflates(
  entry: ArchiveEntry,
  decryptor: Decryptor,
  sample: Uint8Array,
  inflater: Inflater,
): boolean {
  const compression = compressionOf(entry);
  if (compression === null) return true;
  const before = decryptor.save();
  decryptor.decrypt(sample);
  decryptor.restore(before);
  const stream = inflater.open(compression);
  const { state } = stream.inflate(sample, new Uint8Array(16 * SAMPLE_BYTES));
  stream.dispose();
  return state !== 'damaged';
}
