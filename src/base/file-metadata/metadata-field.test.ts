import { describe, expect, it } from 'vitest';
import { formatField, meaningOfField, nameInField } from './metadata-field';

describe('a field of metadata', () => {
  it.each([
    ['Artist', 'person'],
    ['Camera owner', 'person'],
    ['dc:creator', 'person'],
    ['cp:lastModifiedBy', 'person'],
    ['GPS position', 'place'],
    ['photoshop:City', 'place'],
    ['Camera serial number', 'device'],
    ['aux:SerialNumber', 'device'],
    ['Taken', 'date'],
    ['xmp:CreateDate', 'date'],
    ['Description', 'words'],
    ['Creator tool', 'technical'],
    ['xmp:CreatorTool', 'technical'],
    ['Camera model', 'technical'],
    ['EXIF A499', 'technical'],
  ])('tells by its name what it is about: %s', (name, meaning) => {
    expect(meaningOfField(name)).toBe(meaning);
  });

  it('has its name before its value', () => {
    expect(nameInField(formatField({ name: 'dc:creator', value: 'Roe: Richard' }))).toBe('dc:creator');
  });
});
