import { describe, expect, it } from 'vitest';
import { createReadCost } from './read-cost';

describe('createReadCost', () => {
  it('begins with 200 KB: 0.5 ms at 400 MB/s', () => {
    expect(createReadCost().gapBytes()).toBeCloseTo(200_000);
  });

  it('learns latency and bandwidth of a source, and takes the gap from both', () => {
    // 8 ms for each read, 20 MB/s: in 8 ms 160,000 bytes can be read.
    const cost = createReadCost();
    for (const bytes of [
      260_000, 520_000, 1_000_000, 2_000_000, 4_000_000, 8_000_000, 8_000_000, 8_000_000,
    ]) {
      cost.add(bytes, 8 + bytes / 20_000);
    }
    expect(cost.gapBytes()).toBeGreaterThan(100_000);
    expect(cost.gapBytes()).toBeLessThan(220_000);
  });

  it('stays within bounds when the reads make no sense', () => {
    const cost = createReadCost();
    for (const [bytes, ms] of [
      [8_000_000, 0],
      [0, 1000],
    ] as const) {
      cost.add(bytes, ms);
      expect(cost.gapBytes()).toBeGreaterThanOrEqual(65_536);
      expect(cost.gapBytes()).toBeLessThanOrEqual(2_097_152);
    }
  });
});
