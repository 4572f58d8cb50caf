/** Value representations of PS3.5 6.2. */
const KNOWN_VRS = new Set(
  'AE AS AT CS DA DS DT FD FL IS LO LT OB OD OF OL OV OW PN SH SL SQ SS ST SV TM UC UI UL UN UR US UT UV'.split(
    ' ',
  ),
);

/** VRs with two reserved bytes and a length of four (PS3.5 7.1.2). */
const LONG_LENGTH_VRS = new Set('OB OD OF OL OV OW SQ SV UC UN UR UT UV'.split(' '));

/** VRs whose text is in the Specific Character Set (PS3.5 6.1.2.2). */
const CHARACTER_SET_VRS = new Set('LO LT PN SH ST UC UT'.split(' '));

/** VRs of text in the default repertoire. */
const ASCII_VRS = new Set('AE AS CS DA DS DT IS TM UI UR'.split(' '));

/** VRs of one text, in which a backslash is a backslash (PS3.5 6.2). */
const SINGLE_TEXT_VRS = new Set('LT ST UR UT'.split(' '));

/** VRs of which nothing but their bytes is known (PS3.5 6.2), and of a sequence its items. */
const BYTES_VRS = new Set(['OB', 'SQ', 'UN']);

export function isKnownVr(vr: string): boolean {
  return KNOWN_VRS.has(vr);
}

export function hasLongLength(vr: string): boolean {
  return LONG_LENGTH_VRS.has(vr);
}

export function isTextVr(vr: string): boolean {
  return CHARACTER_SET_VRS.has(vr) || ASCII_VRS.has(vr);
}

export function isSingleText(vr: string): boolean {
  return SINGLE_TEXT_VRS.has(vr);
}

/** Whether a value of that VR is no text, and no numbers. */
export function isBytesVr(vr: string): boolean {
  return BYTES_VRS.has(vr) || !KNOWN_VRS.has(vr);
}

/** A VR as its two bytes, for readers that must not make a string of each: `OB` is 0x4F42. */
export function vrCode(vr: string): number {
  return vr.charCodeAt(0) * 256 + vr.charCodeAt(1);
}

/** `0x4F42` makes `OB`; 0, an element without VR, makes ''. */
export function vrOfCode(code: number): string {
  return code === 0 ? '' : String.fromCharCode(code >>> 8, code & 0xff);
}

/** Indexed by the two bytes of a VR. */
export const LONG_LENGTH_BY_CODE: Uint8Array = flagsByCode(LONG_LENGTH_VRS);

function flagsByCode(vrs: ReadonlySet<string>): Uint8Array {
  const flags = new Uint8Array(0x10000);
  for (const vr of vrs) flags[vrCode(vr)] = 1;
  return flags;
}

/** Unknown VRs have capitals too; where there are none, the element was written with implicit VR. */
export function isVrByte(byte: number | undefined): byte is number {
  return byte !== undefined && byte >= 0x41 && byte <= 0x5a;
}
