import { describe, expect, it } from 'vitest';
import { formatDateTime, imageDateTime, parseDate } from './calendar';
import { imageFacts } from './image-facts.fixture';

describe('parseDate', () => {
  it('reads dates as written, and nothing that is not a day', () => {
    expect(parseDate('20240229')).toEqual({ year: 2024, month: 2, day: 29 });
    expect(parseDate('2024.02.29')).toEqual({ year: 2024, month: 2, day: 29 });
    for (const bad of ['', '20230229', '20241301', '2024', 'REMOVED']) expect(parseDate(bad)).toBeNull();
  });
});

describe('imageDateTime', () => {
  it('falls back from Acquisition to Content, Series and Study', () => {
    const facts = imageFacts({
      acquisitionDate: '20240101',
      acquisitionTime: '010101',
      contentDate: '20240102',
      contentTime: '020202',
      seriesDate: '20240103',
      seriesTime: '030303',
      studyDate: '20240104',
      studyTime: '040404',
    });
    const withoutAcquisition = { ...facts, acquisitionDate: '' };
    const withoutContent = { ...withoutAcquisition, contentTime: '' };
    const withoutSeries = { ...withoutContent, seriesDate: '' };
    expect(imageDateTime(facts)).toEqual({ date: { year: 2024, month: 1, day: 1 }, time: '010101' });
    expect(imageDateTime(withoutAcquisition)?.time).toBe('020202');
    expect(imageDateTime(withoutContent)?.time).toBe('030303');
    expect(imageDateTime(withoutSeries)?.time).toBe('040404');
  });

  it('takes the first date alone where none has a time; null where there is no date', () => {
    const facts = imageFacts({ seriesDate: '20240103', studyDate: '20240104' });
    expect(imageDateTime(facts)).toEqual({ date: { year: 2024, month: 1, day: 3 }, time: '' });
    expect(imageDateTime(imageFacts({ studyTime: '101010' }))).toBeNull();
  });
});

describe('formatDateTime', () => {
  const date = { year: 2024, month: 3, day: 9 };

  it('writes the wall time of the scanner in the reader’s locale, with seconds', () => {
    expect(formatDateTime({ date, time: '142501.123' }, 'en-GB')).toBe('09/03/2024, 14:25:01');
    expect(formatDateTime({ date, time: '142501' }, 'de-DE')).toBe('9.3.2024, 14:25:01');
    expect(formatDateTime({ date, time: '1425' }, 'en-GB')).toBe('09/03/2024, 14:25:00');
  });

  it('writes - for a missing time', () => {
    expect(formatDateTime({ date, time: '' }, 'en-GB')).toBe('09/03/2024 -');
  });
});
