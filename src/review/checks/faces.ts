import type { FileId } from '../../base/ids';
import type { Check } from '../check';
import type { Finding } from '../finding';
import { isDefaced, isOfHead } from '../pictures/head-words';
import type { ReviewInput } from '../review-input';
import { listSeriesFiles, type SeriesFiles } from '../series-files';
import { thinVolumeOf, type ThinVolume } from '../pictures/thin-volume';

const MODALITIES = new Set(['CT', 'MR', 'PT']);

const RECOGNIZABLE_VISUAL_FEATURES = '00280302';
const METHOD = '00120063';
const METHOD_CODE = '00120064[].00080100';
/** Clean Recognizable Visual Features Option (PS3.16 CID 7050). */
const CLEAN_VISUAL_FEATURES = '113102';

const DESCRIPTIONS: readonly string[] = [
  '0008103E',
  '00181030',
  '00082218[0].00080104',
  '00081030',
  '00321060',
];
const DEFACING_DESCRIPTIONS: readonly string[] = ['0008103E', '00181030', '00082111', '00080008', METHOD];

/**
 * CT, MR and PT of the head, by Body Part Examined, Anatomic Region or descriptions in several languages, original, in
 * one orientation, of 30 slices or more that are at most 3 mm apart: a face can be made of them (PS3.15 E.3.2). Where
 * the file claims that it cannot be recognised, by Recognizable Visual Features NO, the coded option, or a word for
 * defacing, it is a note: the claim is easily looked at.
 */
export const facesCheck: Check = {
  id: 'faces',
  find: (input) => listSeriesFiles(input.catalog).flatMap((series) => findingsOf(series, input)),
};

function findingsOf({ series, files }: SeriesFiles, input: ReviewInput): readonly Finding[] {
  const [first] = files;
  if (!MODALITIES.has(series.modality) || !series.hasPixels || first === undefined) return [];
  const region = [series.bodyPart, ...DESCRIPTIONS.map((path) => input.values.textAt(first, path))].find(
    isOfHead,
  );
  if (region === undefined) return [];
  const volumes = series.parts.flatMap((part) => {
    const file = part.instances[0]?.file;
    const volume = file === undefined || !isOriginal(file, input) ? null : thinVolumeOf(part, input.values);
    return volume ?? [];
  });
  const volume = volumes.toSorted((one, other) => other.slices - one.slices)[0];
  if (volume === undefined) return [];
  const claim = claimOf(first, input);
  return [findingOf({ modality: series.modality, region, volume, claim, files })];
}

/** Value 1 of Image Type (PS3.3 C.7.6.1.1.2). */
function isOriginal(file: FileId, { values }: ReviewInput): boolean {
  return values.textAt(file, '00080008').split('\\')[0] === 'ORIGINAL';
}

/** What says that nobody can be recognised; '' where nothing does. */
function claimOf(file: FileId, { values }: ReviewInput): string {
  if (values.textAt(file, RECOGNIZABLE_VISUAL_FEATURES) === 'NO') {
    return 'Recognizable Visual Features (0028,0302) is NO';
  }
  const hasCode = values
    .ofFile(file)
    .some(({ value: { place, text } }) => place.path === METHOD_CODE && text === CLEAN_VISUAL_FEATURES);
  if (hasCode) return 'its de-identification method has 113102, Clean Recognizable Visual Features';
  const words = DEFACING_DESCRIPTIONS.map((path) => values.textAt(file, path)).find(isDefaced);
  return words === undefined ? '' : `it is called “${words}”`;
}

function findingOf(found: {
  readonly modality: string;
  /** What says that it is of the head. */
  readonly region: string;
  readonly volume: ThinVolume;
  readonly claim: string;
  readonly files: readonly FileId[];
}): Finding {
  const { modality, region, volume, claim, files } = found;
  const size = `${volume.slices} slices, ${Number(volume.spacingMm.toFixed(2))} mm apart`;
  const isClaimed = claim !== '';
  return {
    check: 'faces',
    severity: isClaimed ? 'note' : 'check',
    identifying: false,
    value: `${modality} of “${region}”: ${size}`,
    marks: [],
    message: isClaimed
      ? `A face may be made of this volume, unless it is so that ${claim}: a claim, and no proof.`
      : `A face can be made of this volume of the head (${size}), and a person be recognised by it.`,
    place: { files },
  };
}
