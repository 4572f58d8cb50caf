import type { Series } from '../../catalog/catalog-types';
import type { InstanceSummary } from '../../dicom/summary';

/** What a series is called that shows where slices will be: its pictures cross each other, and leave gaps. */
const LOCALIZER_WORDS =
  /\b(locali[sz]ers?|loc|scouts?|surveys?|topograms?|scanograms?|pilots?|surview|(3|three)[- ]?plane|planning)\b/i;

/** By Image Type (PS3.3 C.8.2.1.1.1, C.8.3.1.1.1), or by the name of its series. */
export function isLocalizer(
  { imageType }: InstanceSummary,
  { description }: Pick<Series, 'description'>,
): boolean {
  return (
    imageType.split('\\').includes('LOCALIZER') || LOCALIZER_WORDS.test(description.replaceAll('_', ' '))
  );
}

/** Values of Image Type that vendors give to planes of any direction through a volume, and to views of it. */
const REFORMATS = new Set([
  'MPR',
  'MPR_THICK',
  'MPR_RADIAL',
  'CPR',
  'CURVED',
  'MIP',
  'MNIP',
  'PROJECTION IMAGE',
  'VRT',
  'VOLREN',
  'VXTL STATE',
  'RADIAL',
  'REFORMATTED',
  'MULTI_PLANAR',
]);

/** Of another image: its plane says nothing of how that was acquired. */
export function isReformatted({ imageType }: InstanceSummary): boolean {
  return imageType.split('\\').some((value) => REFORMATS.has(value));
}
