import { describe, expect, it } from 'vitest';
import { reviewOf } from '../review-input.fixture';
import type { ReviewOptions } from '../review-options';
import { uidsCheck } from './uids';

async function find(uids: readonly string[], options: Partial<ReviewOptions> = {}) {
  const files = uids.map((uid, index) => ({
    path: `${index}`,
    content: [
      [0x00080014, 'UI', uid],
      [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
      [0x00080018, 'UI', `1.2.3.4.${index + 1}`],
      [0x00080020, 'DA', '20210419'],
      [0x00100020, 'LO', '63483683/7'],
      [0x00100030, 'DA', '19610304'],
    ] as const,
  }));
  return uidsCheck.find(await reviewOf(files, { options }));
}

const identifying = (found: Awaited<ReturnType<typeof find>>) =>
  found.filter((finding) => finding.identifying);

describe('the check on UIDs', () => {
  it('stops a component that is a known number', async () => {
    expect(identifying(await find(['1.2.3.99.634836837.5']))).toMatchObject([
      { severity: 'stop', value: '1.2.3.99.634836837.5', marks: [[9, 18]] },
    ]);
    expect(identifying(await find(['1.2.3.99.63483683']))).toHaveLength(1);
  });

  it('stops a component that is a birth date', async () => {
    expect(identifying(await find(['1.2.3.19610304.5']))).toMatchObject([
      { severity: 'stop', marks: [[6, 14]] },
    ]);
  });

  it.each(['1.2.3.9634836837.5', '1.2.3.63.483683.7', '2.25.163483683712345678901234567890'])(
    'takes %s for no known number, which it has within a component or over several',
    async (uid) => {
      expect(identifying(await find([uid]))).toEqual([]);
    },
  );

  it('says once for each day that UIDs have it, and checks it where a study is of that day', async () => {
    const found = await find(['1.2.3.20210419.1', '1.2.3.20210419103000.2', '1.2.3.20190202.3']);
    const dates = found.filter(({ message }) => message.includes('the date'));
    expect(dates).toMatchObject([
      {
        severity: 'check',
        identifying: true,
        value: '1.2.3.20210419.1',
        marks: [[6, 14]],
        message:
          '2 UIDs, of which this is one, have the date 2021-04-19 as a component, which is that of a study.',
        place: { files: [0, 1], path: '00080014' },
      },
      { severity: 'note', identifying: false, place: { files: [2], path: '00080014' } },
    ]);
  });

  it('lets the day of a study stay where dates may', async () => {
    expect(
      identifying(await find(['1.2.3.20210419.1'], { allowed: ['retainLongitudinalFullDates'] })),
    ).toEqual([]);
  });

  it.each([
    '1.2.3.18990101.1',
    '1.2.3.19890101.1',
    '1.2.3.20210230.1',
    '1.2.3.202104.1',
    '1.2.3.2021041912.1',
  ])('takes no component of %s for a date', async (uid) => {
    expect((await find([uid])).filter(({ message }) => message.includes('the date'))).toEqual([]);
  });

  it('notes who made the UIDs, each root once, and not those of the standard', async () => {
    const found = await find([
      '1.2.840.113619.2.5',
      '1.2.840.113619.2.6',
      '1.2.826.0.1.3680043.10.511.3',
      '1.3.6.1.4.1.14519.5.2',
      '2.25.329800735698586629295641978511506172918',
    ]);
    expect(
      found
        .map(({ value, severity, place }) => [value, severity, 'held' in place ? [] : place.files])
        .toSorted(),
    ).toEqual([
      ['1.2.3.4', 'note', [0, 1, 2, 3, 4]],
      ['1.2.826.0.1.3680043.10.511', 'note', [2]],
      ['1.2.840.113619', 'note', [0, 1]],
      ['1.3.6.1.4.1.14519', 'note', [3]],
      ['2.25', 'note', [4]],
    ]);
  });
});
