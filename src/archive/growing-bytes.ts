/** A buffer that is filled from its start and replaced by a longer one when it is full. */
export interface GrowingBytes {
  bytes: Uint8Array<ArrayBuffer>;
  filled: number;
}

export function createGrowingBytes(): GrowingBytes {
  return { bytes: new Uint8Array(), filled: 0 };
}

/** Makes room up to `end`, for at most `limit` bytes; false where the memory for it cannot be had. */
export function reserve(buffer: GrowingBytes, end: number, limit = Infinity): boolean {
  if (end <= buffer.bytes.length) return true;
  try {
    const longer = new Uint8Array(Math.min(Math.max(end, buffer.bytes.length * 2), Math.max(end, limit)));
    longer.set(buffer.bytes.subarray(0, buffer.filled));
    buffer.bytes = longer;
    return true;
  } catch {
    // A RangeError: the length comes from the input, so this is no bug.
    return false;
  }
}
