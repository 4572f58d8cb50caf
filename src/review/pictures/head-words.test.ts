import { describe, expect, it } from 'vitest';
import { isDefaced, isOfHead } from './head-words';

describe('words for the head', () => {
  it.each([
    'HEAD',
    'CTHEAD',
    'BRAIN',
    'Neck^HNO',
    'Kopf nativ',
    'MRT Schädel',
    'NNH cor',
    'Sinus',
    'Cerveau T1',
    'Crâne',
    'Cabeza',
    'encéfalo',
    'Testa e collo',
    'Hoofd',
    'Głowa',
    'Головной мозг',
    '头部平扫',
    '頭部単純',
    'ORBIT',
  ])('%s', (text) => {
    expect(isOfHead(text)).toBe(true);
  });

  it.each([
    'CHEST',
    'Abdomen',
    'Femoral neck',
    'HIP HEAD',
    'Humeral head',
    'Knee',
    'Surface coil',
    'Carotis',
    '',
  ])('not %s', (text) => {
    expect(isOfHead(text)).toBe(false);
  });
});

describe('words for a face that was taken off', () => {
  it.each([
    'T1 defaced',
    'mri_deface',
    'pydeface',
    'skull-stripped',
    'Skull strip',
    'brain extracted',
    'face removed',
  ])('%s', (text) => {
    expect(isDefaced(text)).toBe(true);
  });

  it.each(['T1 mprage', 'surface', 'Face', 'Brain'])('not %s', (text) => {
    expect(isDefaced(text)).toBe(false);
  });
});
