import type { CatalogSnapshot } from '../catalog/catalog-types';
import type { FindingRow } from '../review/finding-row';

/** How a report says what may identify somebody. */
export interface Mask {
  readonly isOn: boolean;
  /** A value by itself: a name, a number, a date, a description, a UID. '' stays ''. */
  readonly value: (text: string) => string;
  /** What people wrote, who may have quoted a value. */
  readonly prose: (text: string) => string;
  /** A Modality (0008,0060), which files may misuse like any other text. */
  readonly modality: (text: string) => string;
}

const asItIs = (text: string): string => text;

export const NO_MASK: Mask = { isOn: false, value: asItIs, prose: asItIs, modality: asItIs };

/** Of what a mask hides; shorter words are in every sentence. */
const SHORTEST_WORD = 3;
const HIDDEN_WORD = '•••';

/**
 * Hides every value behind a number of its own, `value 12`: equal ones stay equal, and the number tells nothing of the
 * value. Numbers go by the order of catalog and findings, so that they are the same in all forms of one report. In
 * prose, the words that say who somebody is are hidden.
 */
export function maskFor(catalog: CatalogSnapshot, findings: readonly FindingRow[]): Mask {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size + 1);
    return numbers.size;
  };
  const value = (text: string): string => (text === '' ? '' : `value ${numberOf(text)}`);
  valuesOf(catalog).forEach(value);
  for (const finding of findings) value(finding.value);
  let hidden: ReadonlySet<string> | null = null;
  const isHidden = (word: string): boolean => {
    // Made when somebody has written something: of many findings it takes a moment.
    hidden ??= identifyingWords(catalog, findings);
    return hidden.has(fold(word));
  };
  return {
    isOn: true,
    value,
    prose: (text) => text.replaceAll(WORD, (word) => (isHidden(word) ? HIDDEN_WORD : word)),
    modality: (text) => (MODALITIES.has(text) ? text : value(text)),
  };
}

/** What a report says of patients, studies and series that is a value of a file. */
function valuesOf({ patients }: CatalogSnapshot): readonly string[] {
  return patients.flatMap(({ name, patientId, birthDate, studies }) => [
    name,
    patientId,
    birthDate,
    ...studies.flatMap(({ studyInstanceUid, date, description, accessionNumber, series }) => [
      studyInstanceUid,
      date,
      description,
      accessionNumber,
      ...series.flatMap((one) => [one.seriesInstanceUid, one.description]),
    ]),
  ]);
}

/** Of patients and studies, and what the checks have marked as identifying. */
function identifyingWords(
  { patients }: CatalogSnapshot,
  findings: readonly FindingRow[],
): ReadonlySet<string> {
  const ofPatients = patients.flatMap(({ name, patientId, birthDate, studies }) => [
    name,
    patientId,
    birthDate,
    ...studies.flatMap(({ accessionNumber, date }) => [accessionNumber, date]),
  ]);
  const ofFindings = findings.flatMap(({ identifying, value, marks }) => {
    if (!identifying) return [];
    return marks.length === 0 ? [value] : marks.map(([start, end]) => value.slice(start, end));
  });
  return new Set([...new Set([...ofPatients, ...ofFindings])].flatMap(wordsOf));
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function wordsOf(text: string): readonly string[] {
  return (text.match(WORD) ?? []).map(fold).filter(({ length }) => length >= SHORTEST_WORD);
}

/** Without case and diacritics. */
function fold(word: string): string {
  const bare = /^\w+$/.test(word) ? word : word.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return bare.toLowerCase();
}

/** Defined terms, PS3.3 C.7.3.1.1.1. */
const MODALITIES = new Set(
  (
    'ANN AR ASMT AU BDUS BI BMD CFM CR CT CTPROTOCOL DG DMS DOC DX ECG EEG EMG EOG EPS ES FID GM HC HD IO IOL IVOCT ' +
    'IVUS KER KO LEN LP LS M3D MG MR NM OAM OCT OP OPM OPT OPTBSV OPTENF OPV OSS OT PA PLAN POS PR PT PX REG RESP RF ' +
    'RG RTDOSE RTIMAGE RTINTENT RTPLAN RTRAD RTRECORD RTSEGANN RTSTRUCT RWV SEG SM SMR SR SRF STAIN ST TEXTUREMAP TG ' +
    'US VA XA XAPROTOCOL XC'
  ).split(' '),
);
