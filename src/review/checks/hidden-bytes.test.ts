import { describe, expect, it } from 'vitest';
import { type DataSetDescription, writePart10 } from '../../fixtures/dicom-writer';
import { reviewOf } from '../review-input.fixture';
import type { ReviewOptions } from '../review-options';
import type { PlaceKind } from '../held/value-place';
import { hiddenBytesCheck } from './hidden-bytes';

const GRUBER: DataSetDescription = [
  [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
  [0x00080018, 'UI', '1.2.3.4.1'],
  [0x00100010, 'PN', 'Gruber^Anna'],
];

async function findInside(kind: PlaceKind, text: string) {
  const input = await reviewOf([
    { path: 'a', content: GRUBER },
    { path: 'b', content: new Uint8Array([1]), inside: [{ kind, text }] },
  ]);
  return hiddenBytesCheck.find(input);
}

async function findInPreamble(bytes: Uint8Array) {
  const content = writePart10(GRUBER);
  content.set(bytes);
  return hiddenBytesCheck.find(await reviewOf([{ path: 'a', content }]));
}

/** In an attribute that the tests' writer does not write. */
async function findInAttribute(path: string, vr: string, text: string, options: Partial<ReviewOptions> = {}) {
  const input = await reviewOf([{ path: 'a', content: GRUBER }], { options });
  const place = { path, kind: null, tag: parseInt(path, 16), vr, creator: '' };
  const held = { id: input.values.all.length, place, text };
  return hiddenBytesCheck.find({ ...input, values: { ...input.values, all: [held] } });
}

describe('the check on hidden bytes', () => {
  it.each(['preamble', 'padding', 'trailing', 'jpeg'] as const)('stops an echo in %s', async (kind) => {
    expect(await findInside(kind, 'x Gruber')).toMatchObject([
      { severity: 'stop', identifying: true, marks: [[2, 8]], place: { held: { place: { kind } } } },
    ]);
  });

  it('leaves documents to other checks', async () => {
    expect(await findInside('non-dicom', 'Gruber')).toEqual([]);
  });

  it('finds the shape of a name or a date without an echo', async () => {
    expect(await findInside('trailing', 'seen 19.4.2021')).toMatchObject([
      { severity: 'check', identifying: true },
    ]);
    const [found] = await findInside('jpeg', 'tel. 030 1234567');
    expect(found?.message).toBe('A segment of a JPEG stream looks as if it holds a phone number.');
  });

  it('notes any other text', async () => {
    expect(await findInside('jpeg', 'Lavc58.134.100')).toMatchObject([
      { severity: 'note', identifying: false },
    ]);
  });

  it('reads the preamble, but that of a TIFF file says nothing', async () => {
    expect(await findInPreamble(new TextEncoder().encode('Gruber^Anna'))).toMatchObject([
      { severity: 'stop', value: 'Gruber^Anna' },
    ]);
    expect(await findInPreamble(new Uint8Array([0x49, 0x49, 0x2a, 0, 0x84, 1, 0, 0]))).toEqual([]);
    expect(await findInPreamble(new Uint8Array(128))).toEqual([]);
  });

  it('reads Data Set Trailing Padding', async () => {
    expect(await findInAttribute('FFFCFFFC', 'OB', 'Gruber^Anna')).toMatchObject([
      { severity: 'stop', identifying: true },
    ]);
  });

  it('takes the AE title of a device for what tells a house, unless devices may be told', async () => {
    const found = await findInAttribute('00020016', 'AE', 'ASH_CT1');
    expect(found).toMatchObject([{ severity: 'check', identifying: true, value: 'ASH_CT1' }]);
    expect(found[0]?.message).toMatch(/^\(0002,0016\) Source Application Entity Title/);
    const allowed = await findInAttribute('00020016', 'AE', 'ASH_CT1', { allowed: ['retainDeviceIdentity'] });
    expect(allowed).toMatchObject([{ severity: 'note', identifying: false }]);
  });

  it.each(['DCMTK', 'STORESCU', 'ANY-SCP', 'ORTHANC', 'ANONYMOUS'])(
    'takes the AE title %s for that of a program',
    async (title) => {
      expect(await findInAttribute('00020018', 'AE', title)).toMatchObject([
        { severity: 'note', identifying: false },
      ]);
    },
  );

  it('reads private information, but not who implemented the program, nor UIDs', async () => {
    expect(await findInAttribute('00020102', 'OB', 'Gruber')).toMatchObject([{ severity: 'stop' }]);
    expect(await findInAttribute('00020013', 'SH', 'GRUBER_1')).toEqual([]);
    expect(await findInAttribute('00020100', 'UI', '1.2.3.5')).toEqual([]);
  });
});
