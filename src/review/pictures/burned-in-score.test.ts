import { describe, expect, it } from 'vitest';
import { buildSummary } from '../../fixtures/summaries';
import { type BurnedInAttributes, type BurnedInSummary, computeBurnedInScore } from './burned-in-score';

const CT = {
  sopClassUid: '1.2.840.10008.5.1.4.1.1.2',
  modality: 'CT',
  imageType: 'ORIGINAL\\PRIMARY\\AXIAL',
};

function score(summary: Partial<BurnedInSummary>, attributes: Record<string, string> = {}) {
  const held: BurnedInAttributes = new Map(Object.entries(attributes));
  return computeBurnedInScore(buildSummary({ photometricInterpretation: 'MONOCHROME2', ...summary }), held);
}

describe('the score of text in a picture', () => {
  it('has nothing to say of an original picture of a scanner, nor of its dose', () => {
    expect(score(CT)).toEqual({ points: 0, reasons: [] });
    expect(score({ ...CT, seriesDescription: 'Thorax low dose' }).reasons).toEqual([]);
  });

  it('is highest where the header says that there is text', () => {
    expect(score(CT, { '00280301': 'YES' })).toEqual({
      points: 100,
      reasons: ['Burned In Annotation (0028,0301) is YES'],
    });
  });

  it('takes NO for no proof', () => {
    const said = score({ modality: 'US' }, { '00280301': 'NO' });
    expect(said).toEqual(score({ modality: 'US' }));
    expect(score(CT, { '00280301': 'NO' }).points).toBe(0);
  });

  it.each(['US', 'ES', 'XC', 'OT', 'SC'])('knows the modality %s', (modality) => {
    expect(score({ modality }).reasons).toEqual([`the modality is ${modality}`]);
  });

  it('knows ultrasound without a modality by its SOP class', () => {
    expect(score({ sopClassUid: '1.2.840.10008.5.1.4.1.1.6.1' }).reasons).toEqual(['the modality is US']);
  });

  it.each([
    ['DERIVED\\SECONDARY\\MPR', 'Image Type has SECONDARY'],
    ['DERIVED\\PRIMARY\\SCREEN SAVE', 'Image Type has SCREEN SAVE'],
    ['ORIGINAL\\PRIMARY\\SAVE', 'Image Type has SAVE'],
    ['DERIVED\\PRIMARY\\LABEL\\NONE', 'Image Type has LABEL, a picture of the slide with its label'],
  ])('reads Image Type %s', (imageType, reason) => {
    expect(score({ ...CT, imageType }).reasons).toEqual([reason]);
  });

  it('knows secondary capture by its class and by each of its attributes', () => {
    expect(score({ sopClassUid: '1.2.840.10008.5.1.4.1.1.7' }).reasons).toEqual([
      'it is a Secondary Capture Image Storage object',
    ]);
    expect(score(CT, { '00080064': 'SD' }).reasons).toEqual(['Conversion Type (0008,0064) is SD']);
    for (const path of ['00181010', '00181012', '00181016', '00181018', '00181019']) {
      expect(score(CT, { [path]: 'ACME' }).points, path).toBeGreaterThan(0);
    }
  });

  it.each(['Dose Report', 'Dosisbericht', 'Rapport dose.', 'Patient Protocol'])(
    'takes a picture called %s for a page about dose',
    (seriesDescription) => {
      expect(score({ ...CT, seriesDescription }).reasons).toHaveLength(1);
    },
  );

  it('takes CT in colour for a copy of a screen, and not a photograph in colour', () => {
    expect(score({ ...CT, photometricInterpretation: 'RGB' }).reasons).toEqual([
      'it is in colour (RGB), where CT is grey',
    ]);
    expect(score({ modality: 'OP', photometricInterpretation: 'RGB' }).points).toBe(0);
  });

  it('says first what weighs most', () => {
    const { points, reasons } = score(
      { modality: 'US', imageType: 'DERIVED\\SECONDARY' },
      { '00280301': 'YES' },
    );
    expect(points).toBe(100);
    expect(reasons).toEqual([
      'Burned In Annotation (0028,0301) is YES',
      'the modality is US',
      'Image Type has SECONDARY',
    ]);
  });
});
