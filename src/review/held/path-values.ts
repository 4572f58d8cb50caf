import type { PlaceKind, ValuePlace } from './value-place';

const place = (kind: PlaceKind): ValuePlace => ({ path: '', kind, tag: 0, vr: '', creator: '' });

const FILENAME = place('filename');
const FOLDER = place('folder');
const COMMENT = place('entry-comment');

/** What the path of an entry says, and its comment: each folder on the way by itself, then the name of the file. */
export function pathValues(
  path: string,
  comment: string,
): readonly { readonly place: ValuePlace; readonly text: string }[] {
  const names = path.split(/[/\\]/).filter((name) => name !== '');
  const values = names.map((text, index) => ({
    place: index === names.length - 1 ? FILENAME : FOLDER,
    text,
  }));
  return comment === '' ? values : [...values, { place: COMMENT, text: comment }];
}
