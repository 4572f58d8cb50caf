const TABLES = 8;
const table = computeTable();

/** `table[256 * k + b]` is the CRC of byte `b` followed by `k` zero bytes (slicing by 8). */
function computeTable(): Uint32Array {
  const result = new Uint32Array(256 * TABLES);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
    result[byte] = crc;
  }
  for (let i = 256; i < result.length; i++) {
    const shorter = result[i - 256] ?? 0;
    result[i] = (shorter >>> 8) ^ (result[shorter & 0xff] ?? 0);
  }
  return result;
}

function at(index: number): number {
  return table[index] ?? 0;
}

/**
 * CRC-32 as ZIP has it (APPNOTE 4.4.7), unsigned. `previous` is the CRC of the bytes before these.
 * Example: of "123456789" it is 0xCBF43926.
 */
export function crc32(bytes: Uint8Array, previous = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let crc = ~previous;
  let i = 0;
  for (; i + 8 <= bytes.length; i += 8) {
    const low = crc ^ view.getUint32(i, true);
    const high = view.getUint32(i + 4, true);
    crc =
      at(0x700 | (low & 0xff)) ^
      at(0x600 | ((low >>> 8) & 0xff)) ^
      at(0x500 | ((low >>> 16) & 0xff)) ^
      at(0x400 | (low >>> 24)) ^
      at(0x300 | (high & 0xff)) ^
      at(0x200 | ((high >>> 8) & 0xff)) ^
      at(0x100 | ((high >>> 16) & 0xff)) ^
      at(high >>> 24);
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ at((crc ^ view.getUint8(i)) & 0xff);
  return ~crc >>> 0;
}

/** As archivers print it, e.g. 'CBF43926'. */
export function formatCrc(crc: number): string {
  return crc.toString(16).toUpperCase().padStart(8, '0');
}
