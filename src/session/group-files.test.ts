import { describe, expect, it } from 'vitest';
import { groupFiles } from './group-files';

function given(...paths: readonly string[]) {
  return paths.map((path) => ({ path, file: new File([], path.slice(path.lastIndexOf('/') + 1)) }));
}

/** `kind name: paths` of each group. */
function grouped(...paths: readonly string[]): readonly string[] {
  return groupFiles(given(...paths)).map(
    ({ kind, name, files }) => `${kind} ${name}: ${files.map(({ path }) => path).join(', ')}`,
  );
}

describe('groupFiles', () => {
  it('opens each archive by itself, two of one name too', () => {
    expect(grouped('a.zip', 'b.tar', 'c.tar.gz', 'D.TGZ', 'a.zip')).toEqual([
      'archive a.zip: a.zip',
      'archive b.tar: b.tar',
      'archive c.tar.gz: c.tar.gz',
      'archive D.TGZ: D.TGZ',
      'archive a.zip: a.zip',
    ]);
  });

  it('puts the parts of a split archive in order, the .zip last', () => {
    expect(grouped('x.zip', 'x.z10', 'x.z02', 'x.Z01', 'other.zip')).toEqual([
      'archive other.zip: other.zip',
      'archive x.zip: x.Z01, x.z02, x.z10, x.zip',
    ]);
  });

  it('joins an archive that was cut into numbered pieces', () => {
    expect(grouped('x.zip.002', 'x.zip.001')).toEqual(['archive x.zip: x.zip.001, x.zip.002']);
  });

  it('names a split archive by its whole even when the last part is missing', () => {
    expect(grouped('x.z01')).toEqual(['archive x.zip: x.z01']);
  });

  it('keeps each folder together and in order, with paths from inside it', () => {
    expect(grouped('CD/inner.zip', 'CD/DICOM/IM1', 'Other/IM1', 'CD/DICOMDIR')).toEqual([
      'folder CD: DICOM/IM1, DICOMDIR, inner.zip',
      'folder Other: IM1',
    ]);
  });

  it('takes files in no archive together, whatever they are', () => {
    expect(grouped('IM1', 'a.zip', 'IM2.dcm')).toEqual([
      'archive a.zip: a.zip',
      'folder 2 files: IM1, IM2.dcm',
    ]);
    expect(grouped('IM1')).toEqual(['folder IM1: IM1']);
  });
});
