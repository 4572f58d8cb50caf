import type { ListedSeries } from '../../review/listed-series';
import { formatDate } from '../format';

/** `3 · CT · Axial` */
export function listedSeriesName({ seriesNumber, modality, description }: ListedSeries): string {
  const number = Number.isNaN(seriesNumber) ? '' : String(seriesNumber);
  return [number, modality, description].filter(Boolean).join(' · ');
}

/** `2024-03-05 · CT chest · Acc. A1` */
export function studyWords({ studyDate, studyDescription, accessionNumber }: ListedSeries): string {
  const accession = accessionNumber === '' ? '' : `Acc. ${accessionNumber}`;
  return [formatDate(studyDate), studyDescription, accession].filter(Boolean).join(' · ');
}
