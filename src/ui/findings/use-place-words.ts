import type { CatalogSnapshot } from '../../catalog/catalog-types';
import type { Dictionary } from '../../dicom/dictionary';
import type { FindingRow } from '../../review/finding-row';
import { describeFile } from '../../session/files';
import { findSeries } from '../../session/images';
import { useSession } from '../../session/store';
import { seriesTitle } from '../contents/contents-rows';
import { findingTexts } from './finding-texts';
import { isOfWholeFiles, placeWords, type PlaceWords } from './place-words';

/** Where a finding is; of whole files the series that they are, or the one file's path. */
export function usePlaceWords(finding: FindingRow, dictionary: Dictionary | null): PlaceWords {
  const catalog = useSession((session) => session.catalog);
  const words = placeWords(finding, dictionary);
  return isOfWholeFiles(finding) ? { ...words, name: wholeFilesName(finding, catalog) } : words;
}

/** What a search looks in, of each of the findings. */
export function searchTexts(
  findings: readonly FindingRow[],
  dictionary: Dictionary | null,
): readonly string[] {
  const { catalog } = useSession.getState();
  return findingTexts(findings, dictionary, (finding) => wholeFilesName(finding, catalog));
}

function wholeFilesName({ seriesKey, counts, example }: FindingRow, catalog: CatalogSnapshot): string {
  if (counts.files === 0 || example.file === null) return 'Archive';
  const series = findSeries(catalog, seriesKey);
  if (series !== null) return [series.modality, seriesTitle(series)].filter(Boolean).join(' ');
  return counts.files === 1 ? describeFile(example.file).path : 'Whole files';
}
