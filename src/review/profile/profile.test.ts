import { describe, expect, it } from 'vitest';
import type { AttributeKind } from './attribute-kind';
import type { HeldValue } from '../held/held-value';
import { isProfileHit, profileEffect, profilePlaceOf } from './profile';
import { lookupProfile } from './profile-table';
import { DEFAULT_OPTIONS, type ProfileOption } from '../review-options';
import type { ValuePlace } from '../held/value-place';

function placeAt(path: string, vr: string): ValuePlace {
  return { path, kind: null, tag: parseInt(path.slice(path.lastIndexOf('.') + 1), 16), vr, creator: '' };
}

function held(path: string, vr: string, text: string): HeldValue {
  return { id: 0, place: placeAt(path, vr), text };
}

function effectOf(tag: number, ...allowed: ProfileOption[]): string {
  const attribute = lookupProfile(tag);
  return attribute === null ? 'no row' : profileEffect(attribute, { allowed });
}

describe('the profile by attribute (PS3.15 table E.1-1)', () => {
  it('has the rows of the standard', () => {
    expect(lookupProfile(0x00100010)).toMatchObject({ name: "Patient's Name", vr: 'PN', basicProfile: 'Z' });
    expect(lookupProfile(0x00020003)).toMatchObject({ basicProfile: 'U' });
    expect(lookupProfile(0x0008002a)).toMatchObject({ basicProfile: 'X/Z/D' });
    expect(lookupProfile(0x00280010)).toBe(null);
  });

  it('has the groups that repeat, and no private ones for them', () => {
    expect(lookupProfile(0x60023000)?.name).toBe('Overlay Data');
    expect(lookupProfile(0x50040110)?.name).toBe('Curve Data');
    expect(lookupProfile(0x60013000)).toBe(null);
    expect(lookupProfile(0x60020010)).toBe(null);
  });

  it.each<readonly [number, AttributeKind]>([
    [0x00100010, 'name'],
    [0x00081070, 'name'],
    [0x00100020, 'id'],
    [0x00080050, 'id'],
    [0x00100021, 'institution'],
    [0x00100030, 'birth-date'],
    [0x00102154, 'contact'],
    [0x00160072, 'contact'],
    [0x00080020, 'date'],
    [0x0008002a, 'date'],
    [0x00080030, 'time'],
    [0x00080201, 'time'],
    [0x00181200, 'device-date'],
    [0x00080106, 'unread'],
    [0x00080080, 'institution'],
    [0x00081010, 'device'],
    [0x00181000, 'device'],
    [0x00081030, 'descriptor'],
    [0x00102110, 'descriptor'],
    [0x00100040, 'characteristic'],
    [0x00120040, 'trial'],
    [0x0020000d, 'unread'],
    [0x00081140, 'unread'],
    [0x0040a730, 'unread'],
    [0x60024000, 'other'],
  ])('tells what %i is about: %s', (tag, kind) => {
    expect(lookupProfile(tag)?.kind).toBe(kind);
  });

  it('lets stay what an option keeps or cleans', () => {
    expect(effectOf(0x00080020)).toBe('remove');
    expect(effectOf(0x00080020, 'retainLongitudinalFullDates')).toBe('keep');
    expect(effectOf(0x00080020, 'retainLongitudinalModifiedDates')).toBe('clean');
    expect(effectOf(0x00080020, 'retainLongitudinalModifiedDates', 'retainLongitudinalFullDates')).toBe(
      'keep',
    );
    expect(effectOf(0x00080020, 'retainDeviceIdentity', 'retainInstitutionIdentity')).toBe('remove');
    expect(effectOf(0x00081010, 'retainDeviceIdentity')).toBe('keep');
    expect(effectOf(0x00080055, 'retainDeviceIdentity')).toBe('clean');
    expect(effectOf(0x00080080, 'retainInstitutionIdentity')).toBe('keep');
    expect(effectOf(0x00101010, 'retainPatientCharacteristics')).toBe('keep');
    expect(effectOf(0x00081030, 'cleanDescriptors')).toBe('clean');
    expect(effectOf(0x00100010, 'cleanDescriptors', 'retainPatientCharacteristics')).toBe('remove');
  });
});

describe('the profile by place', () => {
  it('applies an attribute of its own at any depth', () => {
    expect(profilePlaceOf(placeAt('04000561[].04000550[].00100010', 'PN'))).toMatchObject({
      attribute: { name: "Patient's Name" },
      isInSequence: false,
    });
  });

  it('applies the sequence around what tells who somebody is', () => {
    const ofPerson = profilePlaceOf(placeAt('00081072[].00401101[].00080104', 'LO'));
    expect(ofPerson).toMatchObject({
      attribute: { name: 'Person Identification Code Sequence' },
      isInSequence: true,
    });
    expect(profilePlaceOf(placeAt('00081072[].00401101[].00080102', 'SH'))).toBe(null);
    expect(profilePlaceOf(placeAt('00081072[].00401101[].0008010B', 'CS'))).toBe(null);
  });

  it('takes meanings alone, not codes, from a sequence that only describes', () => {
    expect(profilePlaceOf(placeAt('00081084[].00080104', 'LO'))).not.toBe(null);
    expect(profilePlaceOf(placeAt('00081084[].00080100', 'SH'))).toBe(null);
  });

  it('leaves private attributes and content items to their own checks', () => {
    expect(profilePlaceOf(placeAt('00291010', 'LO'))).toBe(null);
    expect(profilePlaceOf(placeAt('0040A730[].0040A123', 'PN'))).toBe(null);
    expect(profilePlaceOf(placeAt('00700001[].00700008[].00700006', 'ST'))).toBe(null);
  });

  it('says of which values the profile check says that they identify', () => {
    const options = DEFAULT_OPTIONS;
    expect(isProfileHit(held('00102154', 'SH', '555 0100'), options)).toBe(true);
    expect(isProfileHit(held('00081030', 'LO', 'Chest for Richard Roe'), options)).toBe(false);
    expect(isProfileHit(held('00080060', 'CS', 'CT'), options)).toBe(false);
    expect(isProfileHit(held('00080020', 'DA', '20240131'), options)).toBe(true);
    const allowed = ['retainLongitudinalFullDates'] as const;
    expect(isProfileHit(held('00080020', 'DA', '20240131'), { ...options, allowed })).toBe(false);
  });
});
