import { describe, expect, it } from 'vitest';
import { standInOf } from './dummy-values';

describe('what stands in for a value', () => {
  it.each([
    ['', 'PN'],
    ['^^^^', 'PN'],
    ['REMOVED', 'LO'],
    ['Anonymized', 'PN'],
    ['ANONYMOUS^PATIENT', 'PN'],
    ['NAME^NONE', 'PN'],
    ['De-identified', 'LO'],
    ['N/A', 'LO'],
    ['not available', 'LO'],
    ['Anonimizado', 'PN'],
    ['XXXXXX', 'SH'],
    ['0', 'SH'],
    ['0000-00', 'SH'],
    ['99999999', 'LO'],
    ['REMOVED\\N/A', 'LO'],
    ['00010101', 'DA'],
    ['19000101', 'DA'],
    ['1970.01.01', 'DA'],
    ['19991111111111', 'DT'],
    ['00010101010101.000000+0000', 'DT'],
    ['17600101', 'DA'],
    ['000000.00', 'TM'],
    ['111111', 'TM'],
  ])('is nothing but a dummy in %j (%s)', (text, vr) => {
    expect(standInOf(text, vr)).toBe('dummy');
  });

  it.each([
    ['ANON-0001', 'PN'],
    ['Anonymized1', 'PN'],
    ['SUBJ_003', 'LO'],
    ['case 12', 'LO'],
    ['9c2d5f60-1b7e-4c3a-8f14-0a6f5d2b7e91', 'LO'],
    ['1.3.6.1.4.1.14519.5.2.1.6279.6001', 'LO'],
    ['5d41402abc4b2a76b9719d911017c592', 'LO'],
  ])('is a pseudonym in %j (%s)', (text, vr) => {
    expect(standInOf(text, vr)).toBe('pseudonym');
  });

  it.each([
    ['Roe^Richard', 'PN'],
    ['Case^Anna', 'PN'],
    ['No^Minji', 'PN'],
    ['Roe^Anonymous', 'PN'],
    ['12345678', 'LO'],
    ['Patient ID 90210441', 'LO'],
    ['ANON-12345678', 'LO'],
    ['REMOVED\\Roe^Richard', 'PN'],
    ['20240131', 'DA'],
    ['19560101', 'DA'],
    ['20240131093000', 'DT'],
    ['093012', 'TM'],
    ['12345678901234567890123456789012', 'LO'],
  ])('is a real value in %j (%s)', (text, vr) => {
    expect(standInOf(text, vr)).toBe(null);
  });
});
