import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import type { Finding } from '../finding';
import { reviewOf } from '../review-input.fixture';
import type { ReviewOptions } from '../review-options';
import { privateAttributesCheck } from './private-attributes';

async function find(
  dataSets: readonly DataSetDescription[],
  options: Partial<ReviewOptions> = {},
): Promise<readonly Finding[]> {
  const files = dataSets.map((dataSet, index) => ({
    path: `${index}`,
    content: [...dataSet, [0x00080018, 'UI', `1.2.3.4.${index}`]] as const,
  }));
  return privateAttributesCheck.find(await reviewOf(files, { options }));
}

const CREATOR = [0x00290010, 'LO', 'ACME IMAGING'] as const;
const RETAIN: Partial<ReviewOptions> = { allowed: ['retainSafePrivate'] };

/** An item of Private Data Element Characteristics Sequence, about group 0029. */
function declare(status: string, elements: readonly number[] = []): DataSetDescription[number] {
  const item = [
    [0x00080301, 'US', 0x0029],
    [0x00080302, 'LO', 'ACME IMAGING'],
    [0x00080303, 'CS', status],
    [0x00080304, 'US', elements],
  ] as const;
  return [0x00080300, 'SQ', [item]];
}

describe('the check of private attributes', () => {
  it('lists creators, and each attribute once with all its values, none of them as identifying', async () => {
    const findings = await find([
      [CREATOR, [0x00291001, 'LO', 'Setting A'], [0x00291002, 'SH', 'Roe, R']],
      [CREATOR, [0x00291001, 'LO', 'Setting B'], [0x00291002, 'SH', 'Roe, R']],
    ]);
    expect(findings).toMatchObject([
      { severity: 'note', identifying: false, value: 'ACME IMAGING' },
      {
        severity: 'check',
        identifying: false,
        message:
          'A private attribute of ACME IMAGING, which is not known to be safe; it has 2 different values, of which this is one.',
        place: { files: [0, 1], path: '00291001' },
      },
      {
        severity: 'check',
        identifying: false,
        value: 'Roe, R',
        place: { held: { place: { path: '00291002' } } },
      },
    ]);
  });

  it('knows an attribute by its creator, whichever block that has reserved', async () => {
    const findings = await find([
      [CREATOR, [0x00291001, 'LO', 'Setting A']],
      [
        [0x00290011, 'LO', 'OTHER'],
        [0x00291101, 'LO', 'Setting A'],
      ],
    ]);
    expect(findings.filter(({ severity }) => severity === 'check').map(({ message }) => message)).toEqual([
      'A private attribute of ACME IMAGING, which is not known to be safe.',
      'A private attribute of OTHER, which is not known to be safe.',
    ]);
  });

  it('gives the path that a nested attribute has', async () => {
    const item = (text: string) =>
      [
        [0x00330010, 'LO', 'ACME IMAGING'],
        [0x00331008, 'LO', text],
      ] as const;
    const sequence = [0x00311010, 'SQ', [item('Setting A'), item('Setting B')]] as const;
    const findings = await find([[[0x00310010, 'LO', 'ACME IMAGING'], sequence]]);
    expect(findings.filter(({ severity }) => severity === 'check')).toMatchObject([
      { place: { files: [0], path: '00311010[0].00331008' } },
    ]);
  });

  it('only notes flags and terms, and leaves out bytes without text', async () => {
    const findings = await find([
      [CREATOR, [0x00291001, 'CS', 'NORMALISED'], [0x00291002, 'LO', 'Y'], [0x00291003, 'OB', [1, 2, 3, 4]]],
    ]);
    expect(findings.map(({ value, severity }) => [value, severity])).toEqual([
      ['ACME IMAGING', 'note'],
      ['NORMALISED', 'note'],
      ['Y', 'note'],
    ]);
  });

  it('knows what is safe by the table of the standard: (2001,xx0A) of Philips Imaging DD 001', async () => {
    const creator = [0x20010010, 'LO', 'Philips Imaging DD 001'] as const;
    const safe = [creator, [0x2001100a, 'LO', 'Setting A']] as const;
    expect(await find([safe], RETAIN)).toEqual([]);
    expect((await find([safe])).map(({ severity, value }) => [severity, value])).toEqual([
      ['note', 'Philips Imaging DD 001'],
    ]);
    const other = [
      [0x20010010, 'LO', 'ACME IMAGING'],
      [0x2001100a, 'LO', 'Setting A'],
    ] as const;
    expect(await find([other], RETAIN)).toMatchObject([{ severity: 'check', value: 'Setting A' }]);
  });

  it('believes a sender who declares a block, or an element of it, to be safe', async () => {
    const elements = [CREATOR, [0x00291001, 'LO', 'Setting A'], [0x00291002, 'LO', 'Setting B']] as const;
    const valuesOf = async (...dataSets: readonly DataSetDescription[]) =>
      (await find(dataSets, RETAIN)).map(({ value }) => value);
    expect(await valuesOf([...elements, declare('SAFE')])).toEqual([]);
    expect(await valuesOf([...elements, declare('MIXED', [0x02])])).toEqual(['Setting A']);
    expect(await valuesOf([...elements, declare('UNSAFE', [0x02])])).toEqual(['Setting A', 'Setting B']);
    expect(await valuesOf([...elements, declare('SAFE')], elements)).toEqual(['Setting A', 'Setting B']);
  });

  it('leaves out standard attributes, and terms that are allowed', async () => {
    expect(await find([[[0x00080080, 'LO', 'Lakeside Hospital']]])).toEqual([]);
    const findings = await find([[CREATOR, [0x00291001, 'LO', 'Setting A']]], {
      termsToAllow: ['Setting A', 'ACME IMAGING'],
    });
    expect(findings).toEqual([]);
  });
});
