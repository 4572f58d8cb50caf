import { LOOKUP_BITS, MAX_CODE_BITS, type HuffmanTable } from './huffman-table';

/**
 * Reads the bits of one entropy-coded segment (ITU-T T.81 F.2.2), whose stuffed bytes were taken out. Behind its
 * end it reads zeros: see `isExhausted`.
 */
export class EntropyReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #position: number;
  /** The next `#available` bits, in the low ones. */
  #window = 0;
  #available = 0;
  #isCodeMissing = false;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes;
    this.#position = start;
    this.#end = end;
  }

  /** True where more was read than there is, or a code that is in no table: all that follows is wrong. */
  get isExhausted(): boolean {
    return this.#isCodeMissing || this.#position - (this.#available >> 3) > this.#end;
  }

  /** One symbol; 0 for a code that the table does not have. */
  readSymbol(table: HuffmanTable): number {
    if (this.#available < MAX_CODE_BITS) this.#fill();
    const entry = table.lookup[(this.#window >>> (this.#available - LOOKUP_BITS)) & 0x1ff] ?? 0;
    if (entry === 0) return this.#readLongCode(table);
    this.#available -= entry >> 8;
    return entry & 0xff;
  }

  /** An unsigned number of 0 to 16 bits. */
  readBits(count: number): number {
    if (this.#available < count) this.#fill();
    this.#available -= count;
    return (this.#window >>> this.#available) & ((1 << count) - 1);
  }

  /** A signed number of 1 to 16 bits, those with a first bit of 0 negative (EXTEND of F.2.2.1); 0 of no bits. */
  readSigned(count: number): number {
    if (count === 0) return 0;
    const value = this.readBits(count);
    return value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
  }

  /** To 25 bits or more. */
  #fill(): void {
    while (this.#available <= 24) {
      const byte = this.#position < this.#end ? (this.#bytes[this.#position] ?? 0) : 0;
      this.#window = (this.#window << 8) | byte;
      this.#available += 8;
      this.#position += 1;
    }
  }

  #readLongCode({ limits, offsets, symbols }: HuffmanTable): number {
    const window = (this.#window >>> (this.#available - MAX_CODE_BITS)) & 0xffff;
    for (let length = LOOKUP_BITS + 1; length <= MAX_CODE_BITS; length++) {
      if (window < (limits[length] ?? 0)) {
        this.#available -= length;
        return symbols[(window >>> (MAX_CODE_BITS - length)) + (offsets[length] ?? 0)] ?? 0;
      }
    }
    this.#isCodeMissing = true;
    return 0;
  }
}
