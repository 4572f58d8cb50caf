import type { AttributePath, HeldReading } from '../../dicom/held-values';

/** VRs of text that may say something of a person; numbers (DS, IS) are read where a check asks for them. */
const TEXT_VRS = new Set('AE AS CS DA DT LO LT PN SH ST TM UC UI UR UT'.split(' '));

const BYTES_VRS = new Set(['OB', 'UN']);

const PIXEL_DATA = 0x7fe00010;
export const ENCAPSULATED_DOCUMENT = 0x00420011;

/**
 * Numbers as text: patient's size, weight and the like, where on earth, counts of what belongs together, Image
 * Orientation and Pixel Spacing, and which private attributes are declared to be safe.
 */
const NUMBERS = new Set([
  0x00101020, 0x00101030, 0x001021c0, 0x00201002, 0x00201206, 0x00201208, 0x00201209, 0x00200037, 0x00280030,
  0x00180050, 0x00180088, 0x00200013, 0x00080301, 0x00080304, 0x00160072, 0x00160074,
]);

/** How the review reads an attribute. Documents, overlays, curves and icons have checks that look inside them. */
export function readingOf({ tag, vr, path }: AttributePath): HeldReading {
  if (isGraphics(tag) || tag === ENCAPSULATED_DOCUMENT) return 'presence';
  if (tag === PIXEL_DATA) return path.includes('.') ? 'presence' : 'nothing';
  if (TEXT_VRS.has(vr) || NUMBERS.has(tag)) return 'text';
  return BYTES_VRS.has(vr) ? 'runs' : 'nothing';
}

/** Overlay Data (60xx,3000) and Curve Data (50xx,3000), PS3.5 7.6. */
function isGraphics(tag: number): boolean {
  const group = tag >>> 16;
  return (tag & 0xffff) === 0x3000 && ((group & 0xff00) === 0x6000 || (group & 0xff00) === 0x5000);
}
