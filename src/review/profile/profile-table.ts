import { attributeKindOf, type AttributeKind, type ProfileColumns } from './attribute-kind';
import { PROFILE_OPTIONS, type ProfileOption } from '../review-options';
import { ACTIONS, NAMES, OPTIONS, TAGS, VRS } from '../tables/deid-profile';

/** What the profile and its options make of something. */
export interface ProfileActions {
  /** Of the Basic Profile: `X`, `Z`, `D`, `U`, `X/Z/D` (PS3.15 table E.1-1a). */
  readonly basicProfile: string;
  readonly options: ProfileColumns['options'];
}

export interface ProfileAttribute extends ProfileActions, ProfileColumns {
  readonly kind: AttributeKind;
}

/** `-----KC---`: keep under the sixth option, keep if clean under the seventh. */
export function unpackOptions(packed: string): ProfileColumns['options'] {
  const options = new Map<ProfileOption, 'keep' | 'clean'>();
  PROFILE_OPTIONS.forEach((option, index) => {
    if (packed[index] === 'K') options.set(option, 'keep');
    if (packed[index] === 'C') options.set(option, 'clean');
  });
  return options;
}

/** `60xx3000`: any digit in place of an x, in an even group. */
interface TagPattern {
  readonly mask: number;
  readonly fixed: number;
  readonly attribute: ProfileAttribute;
}

/** The rows of table E.1-1, by tag, and those of repeating groups. */
interface ProfileTable {
  readonly attributes: ReadonlyMap<number, ProfileAttribute>;
  readonly patterns: readonly TagPattern[];
}

const table = unpackTable();

/** The row of table E.1-1 for an attribute; null where it has none, and of private ones, which are a row together. */
export function lookupProfile(tag: number): ProfileAttribute | null {
  const attribute = table.attributes.get(tag);
  if (attribute !== undefined) return attribute;
  return table.patterns.find(({ mask, fixed }) => (tag & mask) >>> 0 === fixed)?.attribute ?? null;
}

function unpackTable(): ProfileTable {
  const attributes = new Map<number, ProfileAttribute>();
  const patterns: TagPattern[] = [];
  const vrs = VRS.split(' ');
  const actions = ACTIONS.split(' ');
  const packedOptions = OPTIONS.split(' ');
  const names = NAMES.split('\n');
  TAGS.split(' ').forEach((tag, row) => {
    const options = unpackOptions(packedOptions[row] ?? '');
    const columns = { name: names[row] ?? '', vr: vrs[row] ?? '', options };
    const attribute = { ...columns, basicProfile: actions[row] ?? '', kind: attributeKindOf(columns) };
    if (tag.includes('x')) patterns.push({ ...patternOf(tag), attribute });
    else attributes.set(parseInt(tag, 16), attribute);
  });
  return { attributes, patterns };
}

/** The lowest bit of the group is part of what is fixed: odd groups are private (PS3.5 7.8). */
function patternOf(tag: string): Omit<TagPattern, 'attribute'> {
  const mask = parseInt(tag.replace(/[^x]/g, 'F').replaceAll('x', '0'), 16);
  return { mask: (mask | 0x00010000) >>> 0, fixed: parseInt(tag.replaceAll('x', '0'), 16) };
}
