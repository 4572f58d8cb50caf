import type { NamedSeries } from '../../session/report';

/** `3 · CT · Axial` */
export function seriesName({
  number,
  modality,
  description,
}: Pick<NamedSeries, 'number' | 'modality' | 'description'>): string {
  return [number === null ? '' : String(number), modality, description].filter(Boolean).join(' · ');
}
