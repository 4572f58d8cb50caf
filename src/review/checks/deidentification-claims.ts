import type { FileId } from '../../base/ids';
import { formatTag, isPrivateCreator, tagKey } from '../../dicom/tag';
import type { Check } from '../check';
import { standInOf } from '../identity/dummy-values';
import { findOnce } from '../find-once';
import { type Finding, SEVERITIES } from '../finding';
import type { HeldValue } from '../held/held-value';
import {
  BASIC_PROFILE,
  meaningOfMethod,
  type MethodCodes,
  METHOD_CODE,
  optionOfMethod,
  readMethods,
  RETAIN_SAFE_PRIVATE,
} from '../profile/method-codes';
import { profileEffect, profilePlaceOf } from '../profile/profile';
import type { HeldValues, ReviewInput } from '../review-input';
import { datesAndNamesCheck } from './dates-and-names';
import { echoesCheck } from './echoes';
import { patternsCheck } from './patterns';
import { profileCheck } from './profile';

const IDENTITY_REMOVED = '00120062';
const METHOD = '00120063';
const DATES_MODIFIED = '00280303';

const DATE_VRS: ReadonlySet<string> = new Set(['DA', 'DT']);

/**
 * What files say of their own de-identification (PS3.3 C.7.1.1, C.12.1.1.12), held against what was found in them:
 * Patient Identity Removed (0012,0062) is YES, and values identify someone that none of the retain options coded in
 * (0012,0064) (PS3.16 CID 7050) keeps; or no method is named; or it is NO. The Basic Profile is claimed, and there are
 * private attributes. Longitudinal Temporal Information Modified (0028,0303) is REMOVED, and there are dates. An option
 * was followed that the transfer does not allow.
 */
export const deidentificationClaimsCheck: Check = {
  id: 'deidentification-claims',
  find: (input) => [
    ...identityFindings(input),
    ...methodFindings(input),
    ...privateFindings(input),
    ...dateFindings(input),
    ...optionFindings(input),
  ],
};

/** What they call identifying contradicts that the identity was removed. */
const TELLING_CHECKS: readonly Check[] = [profileCheck, echoesCheck, datesAndNamesCheck, patternsCheck];

/** The files in which a claim is contradicted, and by what, in words. */
interface Contradiction {
  readonly files: readonly FileId[];
  readonly labels: readonly string[];
}

/** `excusesOf` says of a hit in which files it may stay by what they claim. */
function contradict(
  claiming: ReadonlySet<FileId>,
  hits: readonly HeldValue[],
  values: HeldValues,
  excusesOf: (hit: HeldValue) => (file: FileId) => boolean = () => () => false,
): Contradiction {
  const files = new Set<FileId>();
  const labels = new Set<string>();
  for (const hit of hits) {
    const isExcused = excusesOf(hit);
    const telling = values.filesOf(hit).filter((file) => claiming.has(file) && !isExcused(file));
    if (telling.length > 0) labels.add(labelOf(hit));
    for (const file of telling) files.add(file);
  }
  return { files: [...files], labels: [...labels] };
}

function identityFindings(input: ReviewInput): readonly Finding[] {
  const { values } = input;
  const claiming = filesSaying(IDENTITY_REMOVED, 'YES', values);
  if (claiming.size === 0) return [];
  const methods = readMethods(values);
  const findings = TELLING_CHECKS.flatMap((check) => findOnce(check, input));
  const worstFirst = findings.toSorted((a, b) => weightOf(a) - weightOf(b));
  const hits = worstFirst.flatMap(({ identifying, place }) =>
    identifying && 'held' in place && place.held.place.kind === null ? [place.held] : [],
  );
  const { files, labels } = contradict(claiming, hits, values, (hit) => retainedIn(hit, methods));
  const message = `This says that the patient’s identity was removed, yet ${listOf(labels)} may identify someone.`;
  return findingsOf({ files, path: IDENTITY_REMOVED, value: 'YES', message });
}

function weightOf({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity);
}

/** The methods are alike in most files: of each set of them it is asked once. */
function retainedIn(hit: HeldValue, methods: ReadonlyMap<FileId, MethodCodes>): (file: FileId) => boolean {
  const known = new Map<MethodCodes, boolean>();
  return (file) => {
    const codes = methods.get(file);
    if (codes === undefined) return false;
    let isKept = known.get(codes);
    if (isKept === undefined) known.set(codes, (isKept = isRetained(hit, codes)));
    return isKept;
  };
}

/** Whether an option that was followed, as the codes say, lets a value stay; a descriptor that tells is not clean. */
function isRetained({ place }: HeldValue, codes: MethodCodes): boolean {
  const allowed = [...codes].flatMap((code) => optionOfMethod(code) ?? []);
  const attribute = profilePlaceOf(place)?.attribute;
  if (attribute === undefined) {
    return DATE_VRS.has(place.vr) && allowed.some((option) => option.startsWith('retainLongitudinal'));
  }
  const effect = profileEffect(attribute, { allowed });
  return effect === 'keep' || (effect === 'clean' && attribute.kind !== 'descriptor');
}

function methodFindings({ values }: ReviewInput): readonly Finding[] {
  const named = new Set(
    values.all.flatMap((held) =>
      held.place.path === METHOD || held.place.path === METHOD_CODE ? values.filesOf(held) : [],
    ),
  );
  const unnamed = [...filesSaying(IDENTITY_REMOVED, 'YES', values)].filter((file) => !named.has(file));
  const denied = [...filesSaying(IDENTITY_REMOVED, 'NO', values)];
  return [
    ...findingsOf({
      files: unnamed,
      path: IDENTITY_REMOVED,
      value: 'YES',
      message:
        'This says that the patient’s identity was removed, and the method that it then has to name is absent.',
    }),
    ...findingsOf({
      files: denied,
      path: IDENTITY_REMOVED,
      value: 'NO',
      message: 'By its own word, the patient’s identity was not removed.',
    }),
  ];
}

function privateFindings({ values }: ReviewInput): readonly Finding[] {
  const claiming = new Set<FileId>();
  for (const [file, codes] of readMethods(values)) {
    if (codes.includes(BASIC_PROFILE) && !codes.includes(RETAIN_SAFE_PRIVATE)) claiming.add(file);
  }
  const creators = values.all.filter(({ place }) => isPrivateCreator(place.tag));
  const { files } = contradict(claiming, creators, values);
  const message =
    'This says that the Basic Profile was followed, which removes private attributes, yet there are some.';
  return findingsOf({ files, path: '00120064', value: BASIC_PROFILE, message });
}

function dateFindings({ values }: ReviewInput): readonly Finding[] {
  const claiming = filesSaying(DATES_MODIFIED, 'REMOVED', values);
  if (claiming.size === 0) return [];
  const dates = values.all.filter(({ place, text }) => isDated(place) && standInOf(text, place.vr) === null);
  const { files, labels } = contradict(claiming, dates, values);
  const message = `This says that dates were removed, yet there are some in ${listOf(labels)}.`;
  return findingsOf({ files, path: DATES_MODIFIED, value: 'REMOVED', message });
}

/** A date in the patient's history by the profile, or, where that does not have it, by its VR. */
function isDated(place: HeldValue['place']): boolean {
  if (!DATE_VRS.has(place.vr)) return false;
  const found = profilePlaceOf(place);
  return found === null || found.attribute.kind === 'date';
}

function optionFindings({ values, options }: ReviewInput): readonly Finding[] {
  return values.all.flatMap((held) => {
    const option = held.place.path === METHOD_CODE ? optionOfMethod(held.text) : undefined;
    if (option === undefined || !option.startsWith('retain') || options.allowed.includes(option)) return [];
    return findingsOf({
      files: values.filesOf(held),
      path: '00120064',
      value: held.text,
      message: `The ${meaningOfMethod(held.text)} was followed, which this transfer does not allow.`,
      severity: 'note',
    });
  });
}

function filesSaying(path: string, text: string, values: HeldValues): ReadonlySet<FileId> {
  return new Set(
    values.all.flatMap((held) =>
      held.place.path === path && held.text === text ? values.filesOf(held) : [],
    ),
  );
}

interface Claim extends Pick<Finding, 'value' | 'message'> {
  readonly files: readonly FileId[];
  readonly path: string;
  readonly severity?: Finding['severity'];
}

function findingsOf({ files, path, value, message, severity = 'check' }: Claim): readonly Finding[] {
  if (files.length === 0) return [];
  const said = { severity, identifying: false, value, marks: [], message };
  return [{ check: 'deidentification-claims', ...said, place: { files, path } }];
}

function labelOf({ place }: HeldValue): string {
  const found = profilePlaceOf(place);
  return found === null || found.isInSequence ? formatTag(tagKey(place.tag)) : found.attribute.name;
}

/** Of labels that a sentence names; what is more than these is counted. */
const MOST_LABELS = 3;

function listOf(labels: readonly string[]): string {
  const more = labels.length - MOST_LABELS;
  if (more > 0) return `${labels.slice(0, MOST_LABELS).join(', ')} and ${more} more`;
  return [labels.slice(0, -1).join(', '), ...labels.slice(-1)].filter((part) => part !== '').join(' and ');
}
