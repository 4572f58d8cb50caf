/** The NAL units of a byte stream (ITU-T H.264 Annex B), without their start codes and the zeros after them. */
export function splitNalUnits(bytes: Uint8Array): readonly Uint8Array[] {
  const starts: number[] = [];
  for (let at = bytes.indexOf(1, 2); at !== -1; at = bytes.indexOf(1, at + 1)) {
    if (bytes[at - 1] === 0 && bytes[at - 2] === 0) starts.push(at + 1);
  }
  return starts.map((start, index) => {
    const next = starts[index + 1];
    let end = next === undefined ? bytes.length : next - 3;
    while (end > start && bytes[end - 1] === 0) end -= 1;
    return bytes.subarray(start, end);
  });
}

/** nal_unit_type (ITU-T H.264 table 7-1), of those that matter here. */
export const NAL = { idrSlice: 5, sequenceParameters: 7, pictureParameters: 8, delimiter: 9 } as const;

export function nalType(unit: Uint8Array): number {
  return (unit[0] ?? 0) & 0x1f;
}
