import type { WaveformChannel } from '../../dicom/objects/waveform-recording';

/** The least and the largest value of the samples in each column of pixels; NaN in a column without any. */
export interface TraceColumns {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

interface ColumnsRequest {
  /** A sample's index at the left edge of the first column; may be before the first sample. */
  readonly firstSample: number;
  readonly samplesPerColumn: number;
  readonly columns: number;
}

export function traceColumns(
  channel: WaveformChannel,
  { firstSample, samplesPerColumn, columns }: ColumnsRequest,
): TraceColumns {
  const least = new Float64Array(columns);
  const most = new Float64Array(columns);
  for (let column = 0; column < columns; column++) {
    const start = Math.floor(firstSample + column * samplesPerColumn);
    const end = Math.floor(firstSample + (column + 1) * samplesPerColumn);
    const { low, high } =
      end - start < 2 * BLOCK ? rangeOf(channel, start, end) : rangeOfBlocks(channel, start, end);
    const [one, other] = [low, high].map((stored) => stored * channel.unitsPerStep + channel.baseline);
    const hasSamples = low <= high;
    least[column] = hasSamples ? Math.min(one ?? NaN, other ?? NaN) : NaN;
    most[column] = hasSamples ? Math.max(one ?? NaN, other ?? NaN) : NaN;
  }
  return { least, most };
}

/** Of stored values; the least above the largest where there are none. */
interface StoredRange {
  readonly low: number;
  readonly high: number;
}

function rangeOf({ samples, paddingValue }: WaveformChannel, start: number, end: number): StoredRange {
  let [low, high] = [Infinity, -Infinity];
  const last = Math.min(end, samples.length);
  for (let index = Math.max(0, start); index < last; index++) {
    const stored = samples[index] ?? NaN;
    if (stored === paddingValue) continue;
    if (stored < low) low = stored;
    if (stored > high) high = stored;
  }
  return { low, high };
}

/** Of long recordings each column has thousands of samples: those of whole blocks are looked through once. */
const BLOCK = 256;
const blocks = new WeakMap<WaveformChannel, readonly StoredRange[]>();

/** Of the blocks that begin in that range. */
function rangeOfBlocks(channel: WaveformChannel, start: number, end: number): StoredRange {
  let [low, high] = [Infinity, -Infinity];
  const all = blocksOf(channel);
  const last = Math.min(Math.ceil(end / BLOCK), all.length);
  for (let block = Math.max(0, Math.ceil(start / BLOCK)); block < last; block++) {
    const range = all[block];
    if (range !== undefined && range.low < low) low = range.low;
    if (range !== undefined && range.high > high) high = range.high;
  }
  return { low, high };
}

function blocksOf(channel: WaveformChannel): readonly StoredRange[] {
  const known = blocks.get(channel);
  if (known !== undefined) return known;
  const count = Math.ceil(channel.samples.length / BLOCK);
  const made = Array.from({ length: count }, (_, block) =>
    rangeOf(channel, block * BLOCK, (block + 1) * BLOCK),
  );
  blocks.set(channel, made);
  return made;
}
