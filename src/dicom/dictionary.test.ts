import { describe, expect, it } from 'vitest';
import { loadDictionary } from './dictionary';

// Expected values are rows of PS3.6 table 6-1.
describe('dictionary', async () => {
  const { lookup, lookupPrivate } = await loadDictionary();

  it('knows attributes of every group by tag', () => {
    expect(lookup(0x00100010)).toEqual({ vr: 'PN', vm: '1', keyword: 'PatientName', name: "Patient's Name" });
    expect(lookup(0x00020010)?.keyword).toBe('TransferSyntaxUID');
    expect(lookup(0x00280106)?.vr).toBe('US/SS');
    expect(lookup(0x0020_0032)).toMatchObject({ vr: 'DS', vm: '3', keyword: 'ImagePositionPatient' });
    expect(lookup(0x7fe00010)?.vr).toBe('OB/OW');
    expect(lookup(0xfffcfffc)?.name).toBe('Data Set Trailing Padding');
  });

  it('knows keywords that do not follow from the name', () => {
    expect(lookup(0x00189332)?.keyword).toBe('ExposureInmAs');
    expect(lookup(0x00686560)?.keyword).toBe('TwoDPointCoordinates');
    expect(lookup(0x00081048)?.keyword).toBe('PhysiciansOfRecord');
  });

  it('knows repeating groups', () => {
    expect(lookup(0x60023000)?.keyword).toBe('OverlayData');
    expect(lookup(0x50100010)?.keyword).toBe('NumberOfPoints');
    expect(lookup(0x00203104)?.keyword).toBe('SourceImageIDs');
  });

  it('knows nothing of private and unassigned tags', () => {
    expect(lookup(0x00091001)).toBeUndefined();
    expect(lookup(0x0010fffe)).toBeUndefined();
    // 7Fxx,0010 repeats in even groups.
    expect(lookup(0x7fe20010)?.keyword).toBe('VariablePixelData');
    expect(lookup(0x7fe10010)).toBeUndefined();
  });

  // Rows of PS3.15 table E.3.10-1: the first and the last one, and a number that two creators have.
  it('knows private attributes by creator, in any block', () => {
    expect(lookupPrivate('Philips PET Private Group', 0x70531009)).toMatchObject({ vr: 'DS', vm: '1' });
    expect(lookupPrivate('Philips Imaging DD 129', 0x20010108)?.name).toBe(
      lookupPrivate('Philips Imaging DD 129', 0x2001fe08)?.name,
    );
    expect(lookupPrivate('Philips Imaging DD 001', 0x20011001)?.name).toBe('MR Image Chemical Shift');
    expect(lookupPrivate('Philips Imaging DD 002', 0x20011001)?.name).not.toBe('MR Image Chemical Shift');
    expect(lookupPrivate('ACME', 0x20011001)).toBeUndefined();
    expect(lookupPrivate('ELSCINT1', 0x00e110fe)).toBeUndefined();
  });
});
