import { describe, expect, it } from 'vitest';
import { formatBytes, formatCounted, formatDate, formatDuration, formatTime } from './format';

describe('figures for people', () => {
  it('gives bytes three figures at most, in decimal units', () => {
    expect([0, 512, 1234, 99_960, 808_000_000, 999_600, 1.2e9].map(formatBytes)).toEqual([
      '0 B',
      '512 B',
      '1.2 kB',
      '100 kB',
      '808 MB',
      '1.0 MB',
      '1.2 GB',
    ]);
  });

  it('counts one thing and many', () => {
    expect([
      formatCounted(1, 'study', 'studies'),
      formatCounted(3666, 'study', 'studies'),
      formatCounted(0, 'file'),
    ]).toEqual(['1 study', '3,666 studies', '0 files']);
  });

  it('gives durations in seconds, then minutes', () => {
    expect([2900, 48_200, 200_000].map(formatDuration)).toEqual(['2.9 s', '48 s', '3 min 20 s']);
  });
});

describe('DICOM values for people', () => {
  it('writes dates and times readable and leaves what is none', () => {
    expect(['19700131', '1970.01.31', 'unknown', ''].map(formatDate)).toEqual([
      '1970-01-31',
      '1970-01-31',
      'unknown',
      '',
    ]);
    expect(['142501.123', '14:25', 'x'].map(formatTime)).toEqual(['14:25', '14:25', 'x']);
  });
});
