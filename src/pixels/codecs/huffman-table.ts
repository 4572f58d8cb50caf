/** Codes of up to so many bits are found by one look; nearly all are. */
export const LOOKUP_BITS = 9;
export const MAX_CODE_BITS = 16;

/** A Huffman table as it is decoded (ITU-T T.81 Annex C, F.2.2.3). */
export interface HuffmanTable {
  /** By the next `LOOKUP_BITS` bits: length of the code x 256 + its symbol; 0 where the code is longer. */
  readonly lookup: Uint16Array;
  /** By length: the first 16-bit window that is beyond the codes of that length. */
  readonly limits: Int32Array;
  /** By length: what makes a code the index of its symbol. */
  readonly offsets: Int32Array;
  readonly symbols: Uint8Array;
}

/**
 * A table from the counts of codes of 1 to 16 bits, and the symbols by increasing code; null where there are more
 * codes than their lengths allow.
 */
export function buildHuffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | null {
  const lookup = new Uint16Array(1 << LOOKUP_BITS);
  const limits = new Int32Array(MAX_CODE_BITS + 1);
  const offsets = new Int32Array(MAX_CODE_BITS + 1);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    offsets[length] = index - code;
    for (let count = counts[length - 1] ?? 0; count > 0; count--, code++, index++) {
      if (length <= LOOKUP_BITS) {
        const first = code << (LOOKUP_BITS - length);
        lookup.fill(length * 256 + (symbols[index] ?? 0), first, first + (1 << (LOOKUP_BITS - length)));
      }
    }
    if (code > 1 << length) return null;
    limits[length] = code << (MAX_CODE_BITS - length);
    code *= 2;
  }
  return { lookup, limits, offsets, symbols };
}
