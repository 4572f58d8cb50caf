import { groupBy } from '../../base/group-by';
import type { FileId } from '../../base/ids';
import type { InstanceSummary } from '../../dicom/summary';
import { uidName } from '../../dicom/uids';
import type { ReviewInput } from '../review-input';
import { listSeriesFiles, type SeriesFiles } from '../series-files';

/** What of the header of an image says whether text in the picture is likely. */
export type BurnedInSummary = Pick<
  InstanceSummary,
  | 'sopClassUid'
  | 'modality'
  | 'imageType'
  | 'photometricInterpretation'
  | 'seriesDescription'
  | 'protocolName'
>;

/** What a file holds of `BURNED_IN_ATTRIBUTES`, by path. */
export type BurnedInAttributes = ReadonlyMap<string, string>;

/** How likely text in a picture is, by its header alone. */
export interface BurnedInScore {
  /** 0: nothing speaks for it. 100: the header itself says that there is some. */
  readonly points: number;
  /** Why, in words, what weighs most first: `the modality is US`. */
  readonly reasons: readonly string[];
}

/** A series with pictures to look at. */
export interface BurnedInSeries extends BurnedInScore {
  readonly seriesKey: string;
  /** All of its pictures, those first that may carry text for what they say themselves. */
  readonly files: readonly FileId[];
  /** Some of them say that they carry none. */
  readonly isDenied: boolean;
}

const BURNED_IN_ANNOTATION = '00280301';
const CONVERSION_TYPE = '00080064';
const SPECIMEN_LABEL_IN_IMAGE = '00480010';

/** Of the SC Equipment module (PS3.3 C.8.6.1) and of what it replaced. */
const SECONDARY_CAPTURE: ReadonlyMap<string, string> = new Map([
  ['00181010', 'Secondary Capture Device ID'],
  ['00181011', 'Hardcopy Creation Device ID'],
  ['00181012', 'Date of Secondary Capture'],
  ['00181014', 'Time of Secondary Capture'],
  ['00181016', 'Secondary Capture Device Manufacturer'],
  ['00181017', 'Hardcopy Device Manufacturer'],
  ['00181018', 'Secondary Capture Device Manufacturer’s Model Name'],
  ['00181019', 'Secondary Capture Device Software Versions'],
  ['0018101A', 'Hardcopy Device Software Version'],
  ['0018101B', 'Hardcopy Device Manufacturer’s Model Name'],
]);

const BURNED_IN_ATTRIBUTES: ReadonlySet<string> = new Set([
  BURNED_IN_ANNOTATION,
  CONVERSION_TYPE,
  SPECIMEN_LABEL_IN_IMAGE,
  ...SECONDARY_CAPTURE.keys(),
]);

/** Ultrasound systems write name, date and hospital into nearly every picture; the others often do. */
const MODALITY_POINTS: ReadonlyMap<string, number> = new Map([
  ['US', 50],
  ['SC', 50],
  ['OT', 40],
  ['ES', 30],
  ['XC', 30],
]);

/** Pictures of these are grey: one in colour is likely to be a copy of a screen. */
const GREY_MODALITIES = new Set(['CT', 'MR', 'PT', 'NM', 'CR', 'DX', 'MG', 'XA', 'RF', 'RG']);

/** Scanned documents and drawings; other conversions (PS3.3 C.8.6.1) are of film, of video or of a screen. */
const CONVERSIONS_OF_PAPER = new Set(['SD', 'SI', 'DRW']);

const SECONDARY_CAPTURE_CLASS = /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.7(\.[1-4])?$/;
const ULTRASOUND_CLASS = /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.(3|3\.1|6|6\.1|6\.2)$/;

/** Pages of what a scanner has to say about dose; not `low dose`, which is a way to scan. */
const DOSE_PAGE =
  /\bdos(e|is)[ _-]*(report|info|summary|sheet|page|record|bericht|protokoll)|\b(rapport|informe|relatorio|relazione)\b.*\bdos|\bpatient protocol\b/i;

type Rule = (
  summary: BurnedInSummary,
  attributes: BurnedInAttributes,
) => readonly [points: number, reason: string] | null;

/** What weighs most first. */
const RULES: readonly Rule[] = [
  (_, attributes) =>
    attributes.get(BURNED_IN_ANNOTATION) === 'YES' ? [100, 'Burned In Annotation (0028,0301) is YES'] : null,
  (_, attributes) =>
    attributes.get(SPECIMEN_LABEL_IN_IMAGE) === 'YES'
      ? [90, 'Specimen Label in Image (0048,0010) is YES']
      : null,
  ({ imageType }) => {
    const label = imageType.split('\\').find((value) => value === 'LABEL' || value === 'OVERVIEW');
    return label === undefined
      ? null
      : [90, `Image Type has ${label}, a picture of the slide with its label`];
  },
  ({ seriesDescription, protocolName }) => {
    const page = [seriesDescription, protocolName].find((text) => DOSE_PAGE.test(text));
    return page === undefined ? null : [70, `it is called “${page}”, as pages about dose are`];
  },
  ({ imageType }) => {
    const screen = imageType.split('\\').find((value) => /SCREEN|\bSAVE/.test(value));
    return screen === undefined ? null : [60, `Image Type has ${screen}`];
  },
  ({ sopClassUid }) =>
    SECONDARY_CAPTURE_CLASS.test(sopClassUid) ? [50, `it is a ${uidName(sopClassUid)} object`] : null,
  ({ modality, sopClassUid }) => {
    const meant = modality === '' && ULTRASOUND_CLASS.test(sopClassUid) ? 'US' : modality;
    const points = MODALITY_POINTS.get(meant);
    return points === undefined ? null : [points, `the modality is ${meant}`];
  },
  ({ modality, photometricInterpretation: colour }) =>
    GREY_MODALITIES.has(modality) && /^(RGB|YBR|PALETTE|XYB)/.test(colour)
      ? [40, `it is in colour (${colour}), where ${modality} is grey`]
      : null,
  (_, attributes) => {
    const type = attributes.get(CONVERSION_TYPE);
    if (type === undefined) return null;
    return [CONVERSIONS_OF_PAPER.has(type) ? 60 : 30, `Conversion Type (0008,0064) is ${type}`];
  },
  (_, attributes) => {
    const path = [...SECONDARY_CAPTURE.keys()].find((key) => attributes.has(key));
    return path === undefined ? null : [20, `${SECONDARY_CAPTURE.get(path) ?? ''} has a value`];
  },
  ({ imageType }) =>
    imageType.split('\\').some((value) => value === 'SECONDARY') ? [10, 'Image Type has SECONDARY'] : null,
];

/**
 * Adds up what in a header makes text in its picture likely. That Burned In Annotation is NO takes nothing away: it is
 * a claim, which scanners make before anybody writes into the picture (PS3.3 C.7.6.1.1.4).
 */
export function computeBurnedInScore(
  summary: BurnedInSummary,
  attributes: BurnedInAttributes,
): BurnedInScore {
  const found = RULES.map((rule) => rule(summary, attributes)).filter((reason) => reason !== null);
  const points = found.reduce((sum, [ofReason]) => sum + ofReason, 0);
  return { points: Math.min(100, points), reasons: found.map(([, reason]) => reason) };
}

/** Two checks ask for them in one run. */
const known = new WeakMap<ReviewInput, readonly BurnedInSeries[]>();

/** The series whose pictures may carry text, the most likely first. */
export function burnedInSeries(input: ReviewInput): readonly BurnedInSeries[] {
  let series = known.get(input);
  if (series === undefined) known.set(input, (series = computeBurnedInSeries(input)));
  return series;
}

function computeBurnedInSeries(input: ReviewInput): readonly BurnedInSeries[] {
  const scores = fileScores(input);
  return listSeriesFiles(input.catalog)
    .map((series) => scoreSeries(series, scores))
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points);
}

interface FileScore extends BurnedInScore {
  readonly isDenied: boolean;
}

function scoreSeries({ series, files }: SeriesFiles, scores: ReadonlyMap<FileId, FileScore>): BurnedInSeries {
  const pictures = files.flatMap((file) => {
    const score = scores.get(file);
    return score === undefined ? [] : [{ file, score }];
  });
  const telling = pictures.filter(({ score }) => score.points > 0);
  const others = pictures.filter(({ score }) => score.points === 0);
  const distinct = [...new Set(telling.map(({ score }) => score))];
  return {
    seriesKey: series.key,
    files: [...telling, ...others].map(({ file }) => file),
    points: Math.max(0, ...distinct.map(({ points }) => points)),
    reasons: [...new Set(distinct.flatMap(({ reasons }) => reasons))],
    isDenied: pictures.some(({ score }) => score.isDenied),
  };
}

/** Of files with pixels. Most headers of a series say the same, so that there are few different scores. */
function fileScores({ files, values }: ReviewInput): ReadonlyMap<FileId, FileScore> {
  const attributes = new Map<FileId, Map<string, string>>();
  for (const value of values.all) {
    if (!BURNED_IN_ATTRIBUTES.has(value.place.path)) continue;
    for (const file of values.filesOf(value)) {
      const ofFile = attributes.get(file) ?? new Map<string, string>();
      attributes.set(file, ofFile.set(value.place.path, value.text));
    }
  }
  const scores = new Map<FileId, FileScore>();
  const pictures = files.flatMap(({ file, summary }) =>
    summary?.hasPixelData === 1 ? [{ file, summary, held: attributes.get(file) ?? NOTHING_HELD }] : [],
  );
  for (const alike of groupBy(pictures, ({ summary, held }) => keyOf(summary, held)).values()) {
    const [first] = alike;
    if (first === undefined) continue;
    const { summary, held } = first;
    const isDenied = held.get(BURNED_IN_ANNOTATION) === 'NO';
    const score = { ...computeBurnedInScore(summary, held), isDenied };
    for (const { file } of alike) scores.set(file, score);
  }
  return scores;
}

const NOTHING_HELD: BurnedInAttributes = new Map();

function keyOf(summary: BurnedInSummary, held: BurnedInAttributes): string {
  const { sopClassUid, modality, imageType, photometricInterpretation: colour } = summary;
  const texts = [sopClassUid, modality, imageType, colour, summary.seriesDescription, summary.protocolName];
  return [...texts, ...[...held].flat()].join('\n');
}
