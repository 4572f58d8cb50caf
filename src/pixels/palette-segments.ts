/**
 * Expands a Segmented Palette Color Lookup Table Data element (PS3.3 C.7.9.2). `units` are its bytes where entries
 * have 8 bits, its words where they have 16. A segment is an opcode, a length, and values that are listed (0), go
 * in a line to the next (1), or repeat earlier segments from an offset in bytes (2). Stops at `count` entries or
 * at what is not a segment.
 */
export function expandSegments(units: Uint8Array | Uint16Array, count: number): Uint16Array {
  const { BYTES_PER_ELEMENT: unitBytes } = units;
  const table = new Uint16Array(count);
  let length = 0;
  const push = (value: number) => {
    if (length < count) table[length++] = value;
  };

  const expand = (start: number, segments: number, isRepeat: boolean) => {
    let position = start;
    for (let segment = 0; segment < segments && position + 2 < units.length && length < count; segment++) {
      const [opcode = 0, size = 0, value = 0] = units.subarray(position, position + 3);
      position += 2;
      if (opcode === 0) {
        units.subarray(position, position + size).forEach(push);
        position += size;
      } else if (opcode === 1) {
        pushLine(table[length - 1] ?? 0, value, size, push);
        position += 1;
      } else if (opcode === 2 && !isRepeat) {
        const offset = units.subarray(position, position + 4 / unitBytes);
        expand(littleEndianNumber(offset) / unitBytes, size, true);
        position += offset.length;
      } else {
        return;
      }
    }
  };
  expand(0, Infinity, false);
  return table;
}

function pushLine(from: number, to: number, steps: number, push: (value: number) => void): void {
  for (let step = 1; step <= steps; step++) push(Math.round(from + ((to - from) * step) / steps));
}

function littleEndianNumber(units: Uint8Array | Uint16Array): number {
  const base = 256 ** units.BYTES_PER_ELEMENT;
  return Array.from(units).reduceRight((number, unit) => number * base + unit, 0);
}
