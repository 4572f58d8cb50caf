import type { Dictionary } from '../../dicom/dictionary';
import { formatTag, isPrivateCreator, isPrivateTag, tagKey } from '../../dicom/tag';
import type { FindingRow } from '../../review/finding-row';
import type { PlaceKind } from '../../review/held/value-place';

/** Where a finding is, for people. */
export interface PlaceWords {
  /** `Patient's Name`, `File name`; '' of an attribute that nobody knows, and of files as a whole. */
  readonly name: string;
  /** `(0010,0010)`; '' where it is no attribute. */
  readonly tag: string;
  /** The sequences around it, innermost first: `in Request Attributes Sequence`; '' at the top. */
  readonly around: string;
}

export const PLACE_KIND_WORDS: Readonly<Record<PlaceKind, string>> = {
  filename: 'File name',
  folder: 'Folder name',
  preamble: 'Preamble of the file',
  padding: 'Padding of the pixel data',
  trailing: 'Behind the data set',
  jpeg: 'Comment in a compressed image',
  'non-dicom': 'Text of a file',
  'picture-metadata': 'Metadata of a picture',
  'zip-comment': 'Comment of the archive',
  'entry-comment': 'Comment of a file in the archive',
};

type Placed = Pick<FindingRow, 'path' | 'kind' | 'creator'>;

/** Without a dictionary, which may still be loading, attributes have their tags only. */
export function placeWords({ path, kind, creator }: Placed, dictionary: Dictionary | null): PlaceWords {
  if (path === '') {
    return { name: kind === null ? '' : PLACE_KIND_WORDS[kind], tag: '', around: '' };
  }
  const tags = path.split('.').map((step) => parseInt(step, 16));
  const tag = tags.at(-1) ?? 0;
  const around = tags
    .slice(0, -1)
    .reverse()
    .map((each) => attributeName(each, '', dictionary) || tagWords(each));
  return {
    name: attributeName(tag, creator, dictionary),
    tag: tagWords(tag),
    around: around.map((name) => `in ${name}`).join(' '),
  };
}

export function isOfWholeFiles({ path, kind }: Pick<FindingRow, 'path' | 'kind'>): boolean {
  return path === '' && kind === null;
}

/** `DLP [ELSCINT1]`, as the header has it. */
function attributeName(tag: number, creator: string, dictionary: Dictionary | null): string {
  if (!isPrivateTag(tag)) return dictionary?.lookup(tag)?.name ?? '';
  if (isPrivateCreator(tag)) return 'Private Creator';
  const name = dictionary?.lookupPrivate(creator, tag)?.name ?? '';
  return creator === '' ? name : `${name} [${creator}]`.trimStart();
}

function tagWords(tag: number): string {
  return formatTag(tagKey(tag));
}
