import type { Header } from '../../dicom/header-row';
import { formatPersonName } from '../../dicom/person-name';
import { seriesTitle } from '../contents/contents-rows';

export interface HeaderTitle {
  /** `Roe, Jane`; the Patient ID where there is no name. */
  readonly patient: string;
  /** `CT · 3 · Axial · instance 12` */
  readonly instance: string;
}

/** What a header is called beside others, by what it says itself: it may be of no series. */
export function headerTitle({ rows }: Header): HeaderTitle {
  const valueOf = (path: string): string => rows.find((row) => row.path === path)?.value ?? '';
  const seriesNumber = valueOf('00200011');
  const instanceNumber = valueOf('00200013');
  const series = seriesTitle({
    seriesNumber: seriesNumber === '' ? NaN : Number(seriesNumber),
    description: valueOf('0008103E'),
    protocolName: valueOf('00181030'),
  });
  return {
    patient: formatPersonName(valueOf('00100010')) || valueOf('00100020') || 'No patient name',
    instance: [valueOf('00080060'), series, instanceNumber && `instance ${instanceNumber}`]
      .filter(Boolean)
      .join(' · '),
  };
}
