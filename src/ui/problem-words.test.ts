import { describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { problemWords } from './problem-words';

function noPixels(sopClassName: string): string {
  return problemWords(problem('no-pixels', 'a.dcm', { sopClassName })).what;
}

describe('the words for a problem', () => {
  it('name an object without pixels, with the article as it is said', () => {
    expect(noPixels('MR Spectroscopy Storage')).toBe(
      'No image: this is an MR Spectroscopy without pixel data.',
    );
    expect(noPixels('CT Image Storage')).toBe('No image: this is a CT Image without pixel data.');
    expect(noPixels('Encapsulated PDF Storage')).toBe(
      'No image: this is an Encapsulated PDF without pixel data.',
    );
    expect(noPixels('')).toBe('No image: this is an object without pixel data.');
  });

  it('say what the file is where it is no archive, and nothing where that is unknown', () => {
    const words = (looksLike: 'dicom' | 'other'): string =>
      problemWords(problem('not-a-zip', 'a.zip', { bytes: 9, looksLike })).what;
    expect(words('dicom')).toBe('This is not a ZIP archive. What it looks like: DICOM.');
    expect(words('other')).toBe('This is not a ZIP archive.');
  });

  it('say how many files of a cut archive were found', () => {
    const words = (entries: number): string =>
      problemWords(problem('archive-salvaged', 'a.zip', { entries, bytes: 38_000 })).what;
    expect(words(1200)).toContain(
      'is not in the 38.0 kB that there are. 1,200 files were found by their own',
    );
    expect(words(1)).toContain('1 file was found by its own header');
  });

  it('give sizes and places as people read them', () => {
    const truncated = problem('dicom-truncated', 'a.dcm', {
      offset: 2196,
      tag: '(0028,0010)',
      path: '00280010',
    });
    expect(problemWords(truncated).what).toBe('The file is cut off at (0028,0010), byte 2196.');
    const nested = problem('dicom-deviation', 'a.dcm', {
      offset: 1496,
      tag: '(0008,1155)',
      path: '00081115[0].00081140[2].00081155',
      reason: 'odd length 3',
    });
    expect(problemWords(nested).what).toBe(
      'Not as the standard has it at (0008,1155) in item 3 of (0008,1140) in item 1 of (0008,1115), byte 1496: odd length 3.',
    );
    const short = problem('pixels-truncated', 'a.dcm', { expectedBytes: 8192, actualBytes: 8130 });
    expect(problemWords(short).what).toBe('Pixel data are missing: only 8.1 kB of 8.2 kB are there.');
  });

  it('say how a DICOMDIR and its files differ', () => {
    const missing = (count: number, listed: number, examples: readonly string[]): string =>
      problemWords(problem('dicomdir-missing', 'DICOMDIR', { listed, missing: count, examples })).what;
    expect(missing(2, 31, ['CT/1', 'CT/2'])).toBe(
      'The DICOMDIR lists 31 files; 2 of them are not in the archive: CT/1, CT/2.',
    );
    expect(missing(1, 31, ['A'])).toBe('The DICOMDIR lists 31 files; 1 of them is not in the archive: A.');
    expect(missing(5, 5, ['A', 'B', 'C'])).toBe(
      'The DICOMDIR lists 5 files; none of them is in the archive: A, B, C and 2 more.',
    );
    expect(missing(1, 1, ['A'])).toBe('The DICOMDIR lists 1 file; it is not in the archive: A.');

    const examples = [{ fileId: 'A', path: 'out/0.dcm' }];
    const elsewhere = problem('dicomdir-elsewhere', 'DICOMDIR', { listed: 4, elsewhere: 4, examples });
    expect(problemWords(elsewhere).what).toBe(
      'The DICOMDIR lists 4 files; all of them are in the archive under another name: A is out/0.dcm and 3 more.',
    );
    const unlisted = problem('dicomdir-unlisted', 'CD/DICOMDIR', { unlisted: 1, examples: ['CD/IM9'] });
    expect(problemWords(unlisted).what).toBe(
      'The DICOMDIR does not list 1 DICOM file of its folder: CD/IM9.',
    );
  });
});
