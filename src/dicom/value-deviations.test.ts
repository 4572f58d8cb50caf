import { describe, expect, it } from 'vitest';
import { valueDeviation } from './value-deviations';

describe('valueDeviation', () => {
  it.each([
    ['DS', '1.5'],
    ['DS', '-.5e-3\\+7'],
    ['DS', '1\\\\3'],
    ['IS', '-12'],
    ['DA', '20240229'],
    ['TM', '235960.123456'],
    ['TM', '07'],
    ['DT', '20240305093012.5+0100'],
    ['DT', '2024'],
    ['AS', '018M'],
    ['UI', '1.2.840.10008.0'],
    ['CS', 'lower case'],
    ['DS', ''],
  ])('lets %s %s be', (vr, value) => {
    expect(valueDeviation(vr, value)).toBeNull();
  });

  it.each([
    ['DS', '1\\1,5', '"1,5" is not a decimal string'],
    ['IS', '1.0', '"1.0" is not an integer string'],
    ['DA', '20241305', '"20241305" is not a date'],
    ['TM', '24', '"24" is not a time'],
    ['TM', '09:30', '"09:30" is not a time'],
    ['DT', '2024030509301', '"2024030509301" is not a date and time'],
    ['AS', '45', '"45" is not an age'],
    ['UI', '1.02.3', '"1.02.3" is not a UID'],
    ['UI', '1..3', '"1..3" is not a UID'],
    // 65 characters; no more than 40 of them are quoted.
    ['UI', '1'.repeat(65), `"${'1'.repeat(40)}…" is not a UID`],
  ])('says of %s %s: %s', (vr, value, words) => {
    expect(valueDeviation(vr, value)).toBe(words);
  });
});
