import { assert } from '../../base/assert';
import { groupBy } from '../../base/group-by';
import type { FileId } from '../../base/ids';
import type { Series } from '../../catalog/catalog-types';
import { uidName } from '../../dicom/uids';
import type { Check } from '../check';
import type { Finding } from '../finding';
import { ENCAPSULATED_DOCUMENT } from '../held/held-reading';
import type { ReviewInput } from '../review-input';
import { seriesByFile, seriesLabel } from '../series-files';

/** What people call the media types of documents (PS3.3 A.45, A.85 and A.104). */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF document',
  'text/xml': 'XML document',
  'application/xml': 'XML document',
  'application/hl7-cda+xml': 'CDA document',
  'text/plain': 'Text document',
  'model/stl': '3D model',
  'application/sla': '3D model',
  'model/obj': '3D model',
  'model/mtl': 'Material of a 3D model',
};

/** SOP classes that say it where the media type does not. */
const CDA_STORAGE = '1.2.840.10008.5.1.4.1.1.104.2';

/**
 * Encapsulated Document (0042,0011) that is not empty, in any object: one finding for each type of document and series.
 * Its words are searched as any text is, in findings of their own; its pictures are not, nor pages that were scanned.
 */
export const documentsCheck: Check = {
  id: 'documents',
  find: (input) => {
    const holders = input.values.all
      .filter(({ place }) => place.tag === ENCAPSULATED_DOCUMENT)
      .flatMap((value) => input.values.filesOf(value));
    if (holders.length === 0) return [];
    const series = seriesByFile(input.catalog);
    const files = [...new Set(holders)].sort((a, b) => a - b);
    const groups = groupBy(files, (file) => `${typeOf(file, input)}\n${series.get(file)?.key ?? ''}`);
    return [...groups.values()].map((group) => findingOf(group, { input, series }));
  },
};

function typeOf(file: FileId, { values, fileOf }: ReviewInput): string {
  if (fileOf(file)?.summary?.sopClassUid === CDA_STORAGE) return 'CDA document';
  const mediaType = values.textAt(file, '00420012').toLowerCase();
  return MEDIA_TYPES[mediaType] ?? (mediaType === '' ? nameOfClass(file, fileOf) : `Document (${mediaType})`);
}

function nameOfClass(file: FileId, fileOf: ReviewInput['fileOf']): string {
  return uidName(fileOf(file)?.summary?.sopClassUid ?? '') || 'Document';
}

interface Context {
  readonly input: ReviewInput;
  readonly series: ReadonlyMap<FileId, Series>;
}

/** The files are of one type and one series. */
function findingOf(files: readonly FileId[], { input, series }: Context): Finding {
  const [first] = files;
  assert(first !== undefined, 'a group has a file');
  const type = typeOf(first, input);
  const ofSeries = series.get(first);
  const titles = new Set(files.map((file) => input.values.textAt(file, '00420010')));
  const [title = ''] = titles;
  const name =
    titles.size === 1 && title !== '' ? title : ofSeries === undefined ? '' : seriesLabel(ofSeries);
  return {
    check: 'documents',
    severity: 'check',
    identifying: false,
    value: name === '' ? type : `${type}: ${name}`,
    marks: [],
    message:
      'A document in a DICOM object. Its words are searched, but not its pictures, nor pages that were scanned: read it.',
    place: { files, path: '00420011' },
  };
}
