/**
 * The offset of each row's first byte, its bytes in hexadecimal, and those of them that are ASCII:
 * `00000010  49 48 44 52 00 00  IHDR..`
 */
export function formatHexDump(bytes: Uint8Array, bytesPerRow: number): string {
  const rows: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += bytesPerRow) {
    const row = [...bytes.subarray(offset, offset + bytesPerRow)];
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const characters = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'));
    rows.push(
      [offset.toString(16).padStart(8, '0'), hex.padEnd(3 * bytesPerRow - 1), characters.join('')].join('  '),
    );
  }
  return rows.join('\n');
}
