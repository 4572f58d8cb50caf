/**
 * The offset of each row's first byte, its bytes in hexadecimal, and those of them that are ASCII:
 * `00000010  49 48 44 52 00 00  IHDR..`
 */
export function formatHexDump(bytes: Uint8Array, bytesPerRow: number): string {
  const rows: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += bytesPerRow) {
    const row = formatHexRow(bytes.subarray(offset, offset + bytesPerRow), offset, bytesPerRow);
    rows.push(`${row.offset}  ${row.hex}  ${row.characters}`);
  }
  return rows.join('\n');
}

export interface HexRow {
  /** At least eight digits. */
  readonly offset: string;
  /** As wide as a full row. */
  readonly hex: string;
  /** A dot for each byte that is no ASCII. */
  readonly characters: string;
}

/** One row of at most `bytesPerRow` bytes. */
export function formatHexRow(bytes: Uint8Array, offset: number, bytesPerRow: number): HexRow {
  const row = [...bytes];
  const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const characters = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'));
  return {
    offset: offset.toString(16).padStart(8, '0'),
    hex: hex.padEnd(3 * bytesPerRow - 1),
    characters: characters.join(''),
  };
}
