import { describe, expect, it } from 'vitest';
import { readableValue } from './readable-value';

describe('readableValue', () => {
  it.each([
    ['DA', '20240305', '2024-03-05'],
    ['DA', '1993.11.24', '1993-11-24'],
    ['DA', '20240305\\20240306', '2024-03-05, 2024-03-06'],
    ['DA', 'spring', ''],
    ['TM', '093012.5', '09:30:12.5'],
    ['TM', '0930', '09:30'],
    ['TM', '09', ''],
    ['DT', '2024', ''],
    ['DT', '202403', '2024-03'],
    ['DT', '2024030509', '2024-03-05 09:00'],
    ['DT', '202403050930-0500', '2024-03-05 09:30 -05:00'],
    ['AS', '001W', '1 week'],
    ['AS', '045Y', '45 years'],
    ['AS', '45', ''],
    ['PN', 'Roe^Richard', ''],
    ['PN', 'Hong^Gildong=洪^吉洞', 'Hong, Gildong (洪, 吉洞)'],
    // PS3.6 table A-2, well-known frames of reference.
    ['UI', '1.2.840.10008.1.4.1.1', 'Talairach Brain Atlas Frame of Reference'],
    ['UI', '1.2.840.10008.1.2.1\\2.25.1', 'Explicit VR Little Endian'],
    ['LO', '20240305', ''],
  ])('%s %s: "%s"', (vr, value, readable) => {
    expect(readableValue(vr, value)).toBe(readable);
  });
});
