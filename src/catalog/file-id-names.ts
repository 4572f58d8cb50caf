/**
 * File IDs (PS3.10 8.2) and paths in an archive in the form in which they are compared: in lower case, with `/`
 * between folders, without what ISO 9660 puts behind a name. `CD\CT2/IM1.;1` and `cd/ct2/IM1` are `cd/ct2/im1`.
 * Nothing is resolved: `..` is a name like any other.
 */
export function nameOf(path: string): string {
  const name = path.toLowerCase();
  if (!MAY_DIFFER.test(name)) return name;
  return name
    .split(/[\\/]/)
    .filter((component) => component !== '' && component !== '.')
    .map((component) => component.replace(/(?<=[^.])\.*(;\d+)?$/, ''))
    .join('/');
}

/** Few names have any of this: the others are not taken apart. */
const MAY_DIFFER = /[\\;]|\.(?:\/|$)|\/\/|^\/|\/$/;

/** File IDs have no extension (PS3.12 V.1.2.1); files that are copied from a medium are often given one. */
export function stemOf(name: string): string {
  return name.replace(/\.(dcm|dicom|dic|ima|img)$/, '');
}

/** '' at the top. */
export function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

export function joinNames(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
