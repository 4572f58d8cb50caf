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
    const words = (looksLike: string): string =>
      problemWords(problem('not-a-zip', 'a.zip', { bytes: 9, looksLike })).what;
    expect(words('DICOM')).toBe('This is not a ZIP archive: it looks like DICOM.');
    expect(words('unknown')).toBe('This is not a ZIP archive.');
  });

  it('give sizes and places as people read them', () => {
    const truncated = problem('dicom-truncated', 'a.dcm', { offset: 2196, tag: '(0028,0010)' });
    expect(problemWords(truncated).what).toBe('The file is cut off at (0028,0010), byte 2196.');
    const short = problem('pixels-truncated', 'a.dcm', { expectedBytes: 8192, actualBytes: 8130 });
    expect(problemWords(short).what).toBe('Pixel data are missing: only 8.1 kB of 8.2 kB are there.');
  });
});
