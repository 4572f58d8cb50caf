import type { ValuePlace } from '../held/value-place';

export const REFERENCED_FILE_ID = 0x00041500;
const DATA_SET_TRAILING_PADDING = 0xfffcfffc;
const FILE_META_GROUP = 2;

/** Attributes that viewers do not show: the file meta information and Data Set Trailing Padding (FFFC,FFFC). */
export function isHiddenAttribute({ tag }: ValuePlace): boolean {
  return tag >>> 16 === FILE_META_GROUP || tag >>> 0 === DATA_SET_TRAILING_PADDING;
}

/**
 * Manufacturer and its model's name, what coating and filters are made of, versions of software, coding schemes with
 * their versions, and colour profiles: what they say is said by machines, and full of what looks like a date or a name.
 */
const EQUIPMENT: ReadonlySet<number> = new Set([
  0x00080070, 0x00081090, 0x00080102, 0x00080103, 0x00080115, 0x00181018, 0x00181019, 0x00181020, 0x00189004,
  0x00282000,
]);

export function isAboutEquipment(tag: number): boolean {
  return EQUIPMENT.has(tag);
}
