import type { ProfileOption } from '../review-options';
import { CHECK, NOTE, STOP, type Weight } from '../weight';

/**
 * What the value of an attribute of the profile tells. `birth-date`: no option of the profile keeps it. `time`: no
 * day is told with it. `device-date`: a day in the life of a machine. `institution`: places too. `trial`: what a
 * clinical trial itself assigned to its subjects (PS3.3 C.7.1.3). `unread`: UIDs, versions of code tables, bytes, and
 * sequences whose content speaks for itself.
 */
export type AttributeKind =
  | 'name'
  | 'id'
  | 'contact'
  | 'birth-date'
  | 'date'
  | 'time'
  | 'device-date'
  | 'institution'
  | 'device'
  | 'characteristic'
  | 'descriptor'
  | 'trial'
  | 'other'
  | 'unread';

/** What a real value of an attribute weighs; null: no finding. A time without its day tells nobody apart, nor does what is true of many. */
export const WEIGHT_OF_KIND: Readonly<Record<AttributeKind, Weight | null>> = {
  name: STOP,
  id: STOP,
  contact: STOP,
  'birth-date': STOP,
  date: CHECK,
  time: NOTE,
  'device-date': NOTE,
  institution: CHECK,
  device: CHECK,
  characteristic: NOTE,
  descriptor: NOTE,
  trial: NOTE,
  other: NOTE,
  unread: null,
};

/** An attribute as table E.1-1 has it. */
export interface ProfileColumns {
  readonly name: string;
  readonly vr: string;
  /** What each option makes of it: keeps it, or keeps it once it is clean. */
  readonly options: ReadonlyMap<ProfileOption, 'keep' | 'clean'>;
}

/** By its VR, else by the option that would let it stay, else by the words of its name. */
export function attributeKindOf(columns: ProfileColumns): AttributeKind {
  return kindByVr(columns) ?? kindByOption(columns) ?? kindByName(columns.name);
}

const DATE_VRS: ReadonlySet<string> = new Set(['DA', 'DT']);
const UNREAD_VRS: ReadonlySet<string> = new Set(['UI', 'OB', 'UN']);

function kindByVr({ name, vr, options }: ProfileColumns): AttributeKind | null {
  if (UNREAD_VRS.has(vr)) return 'unread';
  if (vr === 'PN') return 'name';
  if (/\bBirth (Date|Time)$/.test(name)) return 'birth-date';
  if (!options.has('retainLongitudinalFullDates')) return null;
  if (/\bVersion$/.test(name)) return 'unread';
  if (!DATE_VRS.has(vr)) return 'time';
  return options.has('retainDeviceIdentity') ? 'device-date' : 'date';
}

const KIND_BY_OPTION: readonly (readonly [ProfileOption, AttributeKind])[] = [
  ['retainDeviceIdentity', 'device'],
  ['retainInstitutionIdentity', 'institution'],
  ['cleanDescriptors', 'descriptor'],
  ['retainPatientCharacteristics', 'characteristic'],
  ['retainUids', 'unread'],
  ['cleanStructuredContent', 'unread'],
  ['cleanGraphics', 'other'],
];

function kindByOption({ options }: ProfileColumns): AttributeKind | null {
  return KIND_BY_OPTION.find(([option]) => options.has(option))?.[1] ?? null;
}

/** In this order: the issuer of an ID is an institution, and what a trial or a supplier assigned goes before both. */
const KIND_BY_NAME: readonly (readonly [RegExp, AttributeKind])[] = [
  [/^Clinical Trial|Clinical Trial Protocol IDs/, 'trial'],
  [/^(?:Radio|Reagent|Component|Mating|Degree)/, 'other'],
  [/\bIssuer\b|Institution|Organization|Location|Residence|\bRoom\b/, 'institution'],
  [/Address|Telephone|Telecom|Phone|^GPS (?:Latitude|Longitude)$/, 'contact'],
  [/^RT Accessory|^Device\b/, 'device'],
  [/\bIDs?\b|\bIdentif(?:ier|ication)\b|\bNumber\b|Locator|Barcode|Login/i, 'id'],
  [/Performer|Observer|Participant|Interpreter|Creator|Approver|Distribution List|Author/, 'name'],
  [/\bNames? to Use\b|Alias|Owner Name/, 'name'],
];

function kindByName(name: string): AttributeKind {
  return KIND_BY_NAME.find(([words]) => words.test(name))?.[1] ?? 'other';
}
