import { groupBy } from '../../base/group-by';
import { patientKey, withoutPadding } from '../../catalog/catalog-keys';
import type { InstanceSummary } from '../../dicom/summary';
import type { Check } from '../check';
import type { Finding } from '../finding';
import { isInstanceFile, type InstanceFile } from '../series-files';

const SOP_INSTANCE_UID = '00080018';

/** What is known of the bytes of files with one UID. */
type Likeness = 'same' | 'different' | 'unknown';

/**
 * One SOP Instance UID in several files, in one archive or in several, in one series or in several (PS3.5 9: a UID is
 * of one object). Files of one size and one CRC-32, as the archive's directory tells it, are copies: a note, one for
 * each series. Others are a stop. Where the directory tells no CRC-32, and the sizes are the same, it cannot be known.
 */
export const duplicateUidsCheck: Check = {
  id: 'duplicate-uids',
  find: ({ files }) => {
    const instances = files.filter(isInstanceFile);
    const byUid = [...groupBy(instances, ({ summary }) => withoutPadding(summary.sopInstanceUid))];
    const twice = byUid.filter(([uid, holders]) => uid !== '' && holders.length > 1);
    const compared = twice.map(([uid, holders]) => ({ uid, holders, likeness: compareBytes(holders) }));
    const copies = compared.filter(({ likeness }) => likeness === 'same');
    const others = compared.filter(({ likeness }) => likeness !== 'same');
    const copiesBySeries = groupBy(
      copies.flatMap(({ holders }) => holders),
      ({ summary }) => withoutPadding(summary.seriesInstanceUid),
    );
    return [
      ...others.map(({ uid, holders, likeness }) => findingOfUid(uid, holders, likeness)),
      ...[...copiesBySeries.values()].map(findingOfCopies),
    ];
  },
};

function compareBytes(files: readonly InstanceFile[]): Likeness {
  if (countDistinct(files, ({ bytes }) => bytes) > 1) return 'different';
  if (
    countDistinct(
      files.filter(({ crc32 }) => crc32 !== null),
      ({ crc32 }) => crc32,
    ) > 1
  )
    return 'different';
  return files.every(({ crc32 }) => crc32 !== null) ? 'same' : 'unknown';
}

function findingOfUid(uid: string, files: readonly InstanceFile[], likeness: Likeness): Finding {
  const bytes =
    likeness === 'different'
      ? 'their bytes are not the same'
      : 'whether their bytes are the same is not known, since the archive tells no checksum';
  return {
    check: 'duplicate-uids',
    severity: likeness === 'different' ? 'stop' : 'check',
    identifying: false,
    value: uid,
    marks: [],
    message: `${files.length} files${spreadOf(files)} have this SOP Instance UID, and ${bytes}.`,
    place: { files: files.map(({ file }) => file), path: SOP_INSTANCE_UID },
  };
}

function findingOfCopies(files: readonly InstanceFile[]): Finding {
  const uids = countDistinct(files, ({ summary }) => withoutPadding(summary.sopInstanceUid));
  const value = `${uids === 1 ? '1 instance' : `${uids} instances`} in ${files.length} files`;
  return {
    check: 'duplicate-uids',
    severity: 'note',
    identifying: false,
    value,
    marks: [],
    message: `Files of one series are the same byte for byte, by size and CRC-32: ${value}.`,
    place: { files: files.map(({ file }) => file), path: SOP_INSTANCE_UID },
  };
}

/** Where they are, if not all in one series: the widest difference alone. */
function spreadOf(files: readonly InstanceFile[]): string {
  const count = (keyOf: (summary: InstanceSummary) => string): number =>
    countDistinct(files, ({ summary }) => keyOf(summary));
  const patients = count(patientKey);
  if (patients > 1) return ` of ${patients} patients`;
  const studies = count(({ studyInstanceUid }) => studyInstanceUid);
  if (studies > 1) return ` of ${studies} studies`;
  const series = count(({ seriesInstanceUid }) => seriesInstanceUid);
  return series > 1 ? ` of ${series} series` : '';
}

function countDistinct<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): number {
  return new Set(items.map(keyOf)).size;
}
