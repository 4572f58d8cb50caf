import { describe, expect, it } from 'vitest';
import { findPatterns } from './find-patterns';

function found(text: string): readonly string[] {
  return findPatterns(text).map(({ words, range, isIdentifying }) =>
    [words, text.slice(...range), ...(isIdentifying ? [] : ['harmless'])].join(': '),
  );
}

describe('patterns in texts', () => {
  it.each([
    ['call +49 30 1234567 now', '+49 30 1234567'],
    ['+1 (555) 010-0199', '+1 (555) 010-0199'],
    ['(555) 010-0199', '(555) 010-0199'],
    ['555-010-0199', '555-010-0199'],
    ['030/1234567', '030/1234567'],
    ['Tel. 123456', 'Tel. 123456'],
    ['Fax: 01 23 45 67 89', 'Fax: 01 23 45 67 89'],
  ])('finds the phone number in %s', (text, phone) => {
    expect(found(text)).toEqual([`a phone number: ${phone}`]);
  });

  it.each([
    ['a decimal', '+1.23456789'],
    ['a size', '512 x 512 x 12 0.5 0.5'],
    ['three sizes', '512 512 1024'],
    ['slice positions', '-120.5 +110.25 -99.125'],
    ['a version', 'syngo MR E11 20.30.4000, VB17A 4.1.2'],
    ['a name of a protocol', 'Neck Angio (Adult) 2.0'],
    ['a range of b-values', 'b0-50-400-800'],
  ])('takes %s for nothing', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds e-mail addresses, those of nobody in particular as harmless', () => {
    expect(found('to richard.roe@example.org.')).toEqual(['an e-mail address: richard.roe@example.org']);
    expect(found('núria@example.org')).toEqual(['an e-mail address: núria@example.org']);
    expect(found('support@example.org')).toEqual(['an e-mail address: support@example.org: harmless']);
  });

  it('finds web addresses, those of pages for all as harmless', () => {
    expect(found('see http://pacs.example.org/?study=7 now')).toEqual([
      'a web address: http://pacs.example.org/?study=7',
    ]);
    expect(found('https://10.1.2.3/x')).toEqual(['a web address: https://10.1.2.3/x']);
    expect(found('http://viewer/x')).toEqual(['a web address: http://viewer/x']);
    expect(found('www.example.org/products')).toEqual(['a web address: www.example.org/products: harmless']);
  });

  it.each([
    '12 Old Mill Road',
    '438 County Road 12',
    '7 St. Ann Street',
    'Ahornweg 12a',
    'Große Straße 5',
    '5 rue de la Paix',
    '18 Rue des Tilleuls',
    'Calle de Alcalá 20',
    'Via Garibaldi 3',
    'ul. Długa 44',
    'Kerkstraat 9',
    'Storgatan 14',
    'PO Box 1234',
  ])('finds the street in "lives %s"', (address) => {
    expect(found(`lives ${address}`)).toEqual([
      `${address.includes('Box') ? 'a postal' : 'a street'} address: ${address}`,
    ]);
  });

  it.each([
    'AGFA Archive Mirroring 1.0',
    'Smith et al. Radiology 2004',
    '100 ml via Port',
    'Ring 3',
    'Ave Ratio 4',
  ])('takes %s for no street', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['SSN 916-73-5415', 'SSN 916-73-5415'],
    ['seen, MRN: 4711-22', 'MRN: 4711-22'],
    ['Patient ID 471122', 'Patient ID 471122'],
    ['Fallnummer 4711220', 'Fallnummer 4711220'],
  ])('finds what is introduced as a number of a person in %s', (text, number) => {
    expect(found(text)).toEqual([`a number introduced as one of a person: ${number}`]);
  });

  it('does not take three digits, or a word, for a number of a person', () => {
    expect(found('Patient ID 471')).toEqual([]);
    expect(found('PID controller')).toEqual([]);
  });

  it.each([
    // 123-45-6789 is well formed; the others have a check digit, and one that is off by one is none.
    ['United States', '123-45-6789', '000-45-6789'],
    // 9*10+4*9+3*8+4*7+7*6+6*5+5*4+9*3+1*2 = 299; 11 - 299 % 11 = 9.
    ['British', '943 476 5919', '943 476 5918'],
    // Luhn over 811228987 doubled in turn: 7+1+... = 46, check digit 4.
    ['Swedish', '811228-9874', '811228-9873'],
    // 131052308 % 31 = 25, which is T.
    ['Finnish', '131052-308T', '131052-308U'],
    // 2550815111001 % 97 = 1, 97 - 1 = 96.
    ['French', '255081511100196', '255081511100197'],
    // 12345678 % 23 = 14, which is Z.
    ['Spanish', '12345678Z', '12345678A'],
    // 10*1+9*1+8*1+7*4+6*4+5*4+4*7+3*7+2*7 = 162, 1620 % 11 = 3; 11+10+9+32+28+24+35+28+21+6 = 204, 2040 % 11 = 5.
    ['Brazilian', '111.444.777-35', '111.444.777-36'],
    // 850730033 % 97 = 69, 97 - 69 = 28.
    ['Belgian', '85.07.30-033.28', '85.07.30-033.29'],
    // 7+15+6+27+2+3+7+0+7+18+9+24+5 = 130, a multiple of ten (EAN-13).
    ['Swiss', '756.9217.0769.85', '756.9217.0769.86'],
    // 11010519491231002 weighted by 7, 9, 10, ... makes 167, 167 % 11 = 2, which is X.
    ['Chinese', '11010519491231002X', '110105194912310021'],
  ])('knows a %s national number by its form and check digits', (country, right, wrong) => {
    expect(found(`no ${right}`)).toEqual([`a national number (${country}): ${right}`]);
    expect(found(`no ${wrong}`).filter((line) => line.includes(country))).toEqual([]);
  });

  it('knows an Italian fiscal code by its last letter', () => {
    expect(found('RSSMRA85T10A562S')).toEqual(['a national number (Italian): RSSMRA85T10A562S']);
    expect(found('RSSMRA85T10A562T')).toEqual([]);
  });

  it('stays fast on long texts of one kind of character', () => {
    const started = performance.now();
    for (const piece of ['a', '1', 'A-', '^', '1 ', '+1', 'Aa ', '@']) findPatterns(piece.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
