import { groupBy } from '../../base/group-by';
import type { FileId } from '../../base/ids';
import type { Check } from '../check';
import type { Finding } from '../finding';
import type { HeldValue } from '../held/held-value';
import type { ReviewInput } from '../review-input';
import { seriesByFile, seriesLabel } from '../series-files';
import { sequencesOf } from '../held/value-place';

/**
 * Referenced SOP Instance UIDs (0008,1155), at any depth, of instances that are in no open archive: how many for each
 * series, since an export of a part of a study has many. References to a study, a patient, a visit or a performed
 * procedure step are left out: those are in no file (PS3.3 C.7.2.1, C.7.3.1, C.8.8.5).
 */
export const referencesCheck: Check = {
  id: 'references',
  find: (input) => {
    if (!input.isComplete) return [];
    const series = seriesByFile(input.catalog);
    const labelOf = (file: FileId): string => {
      const ofFile = series.get(file);
      return ofFile === undefined ? '' : seriesLabel(ofFile);
    };
    const bySeries = groupBy(danglingReferences(input), ({ file }) => series.get(file)?.key ?? '');
    return [...bySeries.values()].map((references) => findingOf(references, labelOf));
  },
};

const REFERENCED_SOP_INSTANCE_UID = 0x00081155;

/** Referenced Study, Performed Procedure Step, Patient and Visit Sequence; RT Referenced Study Sequence. */
const OF_NO_FILE = new Set([0x00081110, 0x00081111, 0x00081120, 0x00081125, 0x30060012]);

interface Reference {
  readonly file: FileId;
  readonly uid: string;
}

function danglingReferences({ files, values }: ReviewInput): readonly Reference[] {
  const there = new Set(files.map(({ summary }) => summary?.sopInstanceUid ?? ''));
  return values.all.flatMap((held) =>
    isReference(held) && !there.has(held.text)
      ? values.filesOf(held).map((file) => ({ file, uid: held.text }))
      : [],
  );
}

function isReference({ place }: HeldValue): boolean {
  return place.tag === REFERENCED_SOP_INSTANCE_UID && !OF_NO_FILE.has(sequencesOf(place).at(-1) ?? 0);
}

function findingOf(references: readonly Reference[], labelOf: (file: FileId) => string): Finding {
  const count = new Set(references.map(({ uid }) => uid)).size;
  const files = [...new Set(references.map(({ file }) => file))].sort((a, b) => a - b);
  const label = files[0] === undefined ? '' : labelOf(files[0]);
  const instances = count === 1 ? '1 instance' : `${count} instances`;
  return {
    check: 'references',
    severity: 'note',
    identifying: false,
    value: `${label === '' ? '' : `${label}: `}${instances}`,
    marks: [],
    message: `Refers to ${instances} that ${count === 1 ? 'is' : 'are'} not in the archive.`,
    place: { files },
  };
}
