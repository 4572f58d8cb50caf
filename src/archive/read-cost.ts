/** What reading a stretch of this source costs: `latencyMs + bytes * msPerByte`, learned from those read so far. */
export interface ReadCost {
  add(bytes: number, ms: number): void;
  /** Reading over a gap of this length takes as long as starting another stretch. */
  gapBytes(): number;
}

const MIN_GAP_BYTES = 64 << 10;
const MAX_GAP_BYTES = 2 << 20;

/** A local disk, until it is known better: 0.5 ms a stretch and 400 MB/s. Outweighed by the first reads. */
const FIRST_GUESS_WEIGHT = 0.01;
const FIRST_GUESS: readonly (readonly [bytes: number, ms: number])[] = [
  [0, 0.5],
  [4_000_000, 10.5],
];

/** The line of least squares through all of them, the first guess being two light ones. */
export function createReadCost(): ReadCost {
  let weights = 0;
  let meanBytes = 0;
  let meanMs = 0;
  let varianceSum = 0;
  let covarianceSum = 0;
  const add = (bytes: number, ms: number, weight = 1) => {
    weights += weight;
    const offMean = weight * (bytes - meanBytes);
    meanBytes += offMean / weights;
    meanMs += (weight * (ms - meanMs)) / weights;
    varianceSum += offMean * (bytes - meanBytes);
    covarianceSum += offMean * (ms - meanMs);
  };
  for (const [bytes, ms] of FIRST_GUESS) add(bytes, ms, FIRST_GUESS_WEIGHT);
  return {
    add: (bytes, ms) => {
      add(bytes, ms);
    },
    gapBytes: () => {
      const msPerByte = covarianceSum / varianceSum;
      const latencyMs = meanMs - msPerByte * meanBytes;
      const gap = msPerByte > 0 ? latencyMs / msPerByte : MAX_GAP_BYTES;
      return Math.min(Math.max(gap, MIN_GAP_BYTES), MAX_GAP_BYTES);
    },
  };
}
