import { useState } from 'react';
import type { Dictionary } from '../../dicom/dictionary';
import type { FindingRow } from '../../review/finding-row';
import type { PlaceOfFinding } from '../../review/finding-rows';
import { describeFile } from '../../session/files';
import { showPlace } from '../../session/finding-actions';
import { listFindingPlaces } from '../../session/review-actions';
import { Button } from '../button';
import { formatCount } from '../format';
import styles from './evidence.module.css';
import { countWords } from './finding-words';
import { usePlaceWords } from './use-place-words';

interface FindingPlacesProps {
  readonly finding: FindingRow;
  readonly dictionary: Dictionary | null;
}

/** Where a finding is, place by place. */
export function FindingPlaces({ finding, dictionary }: FindingPlacesProps) {
  const { example, kind, counts } = finding;
  const [listed, setListed] = useState<readonly PlaceOfFinding[] | null>(null);
  const [index, setIndex] = useState(0);
  const place = listed?.[index] ?? { ...example, kind };
  const { name, tag, around } = usePlaceWords(finding, dictionary);
  const mayHaveMore = listed === null ? counts.files > 1 : listed.length > 1;

  async function showNext(): Promise<void> {
    const places = listed ?? (await listFindingPlaces([finding])).get(finding.number) ?? [];
    const next = places.length === 0 ? 0 : (index + 1) % places.length;
    setListed(places);
    setIndex(next);
    const nextPlace = places[next];
    if (nextPlace !== undefined) showPlace(finding, nextPlace, false);
  }

  return (
    <div className={styles.place}>
      <div className={styles.where}>
        <div>{[name, tag, around].filter(Boolean).join(' ')}</div>
        <div className={styles.file} title={pathOf(place)}>
          {[countWords(counts), pathOf(place)].filter(Boolean).join(' · ')}
        </div>
      </div>
      <Button look="outlined" onClick={() => showPlace(finding, place, true)}>
        Show
      </Button>
      {mayHaveMore ? (
        <Button look="outlined" onClick={() => void showNext()}>
          Next place
          {listed === null ? null : (
            <span className={styles.source}>
              {formatCount(index + 1)} of {formatCount(listed.length)}
            </span>
          )}
        </Button>
      ) : null}
    </div>
  );
}

/** In its archive; '' of the archive itself. */
function pathOf({ file }: PlaceOfFinding): string {
  return file === null ? '' : describeFile(file).path;
}
