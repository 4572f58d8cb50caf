import type { ProfileOption, ReviewOptions } from '../../review/review-options';
import { formatCounted } from '../format';

interface OptionWords {
  readonly name: string;
  /** What stays if it is allowed. */
  readonly detail: string;
  readonly clause: string;
}

export const OPTION_WORDS: Readonly<Record<ProfileOption, OptionWords>> = {
  retainLongitudinalFullDates: {
    name: 'Dates as they are',
    detail: 'Of studies, series and acquisitions, with their times. Not the date of birth.',
    clause: 'PS3.15 E.3.6',
  },
  retainLongitudinalModifiedDates: {
    name: 'Dates that were moved',
    detail: 'All by the same interval, so that the time between them is kept.',
    clause: 'PS3.15 E.3.6',
  },
  retainPatientCharacteristics: {
    name: 'Characteristics of the patient',
    detail: 'Age, sex, size, weight, smoking and the like.',
    clause: 'PS3.15 E.3.7',
  },
  retainDeviceIdentity: {
    name: 'Identity of devices',
    detail: 'Serial numbers, station names and IDs of scanners and detectors.',
    clause: 'PS3.15 E.3.8',
  },
  retainInstitutionIdentity: {
    name: 'Identity of institutions',
    detail: 'Names, addresses and departments of hospitals.',
    clause: 'PS3.15 E.3.11',
  },
  retainUids: {
    name: 'UIDs',
    detail: 'Of studies, series and instances: who has the originals can link them.',
    clause: 'PS3.15 E.3.9',
  },
  retainSafePrivate: {
    name: 'Safe private attributes',
    detail: 'Those that the standard lists, or the sender declares, as safe.',
    clause: 'PS3.15 E.3.10',
  },
  cleanDescriptors: {
    name: 'Descriptions that were cleaned',
    detail: 'Of studies, series and protocols, and comments, with nothing about a person in them.',
    clause: 'PS3.15 E.3.5',
  },
  cleanStructuredContent: {
    name: 'Reports that were cleaned',
    detail: 'Content of structured reports and acquisition contexts.',
    clause: 'PS3.15 E.3.4',
  },
  cleanGraphics: {
    name: 'Graphics that were cleaned',
    detail: 'Overlays, annotations and curves.',
    clause: 'PS3.15 E.3.3',
  },
};

interface OptionGroup {
  readonly title: string;
  readonly options: readonly ProfileOption[];
}

export const OPTION_GROUPS: readonly OptionGroup[] = [
  { title: 'Dates and times', options: ['retainLongitudinalFullDates', 'retainLongitudinalModifiedDates'] },
  {
    title: 'People, devices, places',
    options: ['retainPatientCharacteristics', 'retainDeviceIdentity', 'retainInstitutionIdentity'],
  },
  { title: 'Identifiers of programs', options: ['retainUids', 'retainSafePrivate'] },
  { title: 'Text and drawings', options: ['cleanDescriptors', 'cleanStructuredContent', 'cleanGraphics'] },
];

/** `3 allowed · 1 patient · 2 terms`: in what the options differ from none; '' where they do not. */
export function optionsSummary({
  allowed,
  expectedPatients,
  termsToFind,
  termsToAllow,
}: ReviewOptions): string {
  const terms = termsToFind.length + termsToAllow.length;
  const parts = [
    allowed.length > 0 ? `${String(allowed.length)} allowed` : '',
    expectedPatients === null ? '' : formatCounted(expectedPatients, 'patient'),
    terms > 0 ? formatCounted(terms, 'term') : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
