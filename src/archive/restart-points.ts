import type { DecryptorState } from './decryptor';

/** The more points, the shorter the way to any place; so many are some 7 MB. */
const MAX_POINTS = 128;
const FIRST_SPACING_BYTES = 1 << 20;

/** Where a stream can go on from. */
export interface RestartPoint {
  /** How much of the content had come out. */
  readonly content: number;
  /** How much of the stored data had gone in. */
  readonly stored: number;
  /** Start of the chunk of stored data that it stood in, and the state of the cipher there. */
  readonly chunkStart: number;
  readonly cipher: DecryptorState | null;
  /** What `RestartableStream.save` gave. */
  readonly stream: Uint8Array<ArrayBuffer>;
}

/** The points of one stream, in order; their number is bounded, as every second one goes when there are too many. */
export class RestartPoints {
  #points: RestartPoint[];
  #spacingBytes = FIRST_SPACING_BYTES;

  constructor(points: readonly RestartPoint[]) {
    this.#points = [...points];
    this.#spacingBytes = points.length > 1 ? this.#lastGap() : FIRST_SPACING_BYTES;
  }

  get all(): readonly RestartPoint[] {
    return this.#points;
  }

  /** Whether one should be saved here. */
  isDue(content: number): boolean {
    return content >= (this.#points.at(-1)?.content ?? 0) + this.#spacingBytes;
  }

  add(point: RestartPoint): void {
    this.#points.push(point);
    if (this.#points.length < MAX_POINTS) return;
    this.#points = this.#points.filter((_, index) => index % 2 === 1);
    this.#spacingBytes *= 2;
  }

  /** The last one that is not beyond this place; null where there is none. */
  before(content: number): RestartPoint | null {
    return this.#points.findLast((point) => point.content <= content) ?? null;
  }

  #lastGap(): number {
    const [one, other] = this.#points.slice(-2);
    return Math.max(FIRST_SPACING_BYTES, (other?.content ?? 0) - (one?.content ?? 0));
  }
}

/** Restart points that cross to other workers: what the streams hold in one blob, so that copies cost nothing. */
export interface SavedRestartPoints {
  readonly points: readonly (Omit<RestartPoint, 'stream'> & { readonly streamStart: number })[];
  readonly streams: Blob;
}

/** Null where there are none. */
export function saveRestartPoints(points: readonly RestartPoint[]): SavedRestartPoints | null {
  if (points.length === 0) return null;
  let streamStart = 0;
  return {
    points: points.map(({ stream, ...point }) => {
      const saved = { ...point, streamStart };
      streamStart += stream.length;
      return saved;
    }),
    streams: new Blob(points.map(({ stream }) => stream)),
  };
}

export async function loadRestartPoints({
  points,
  streams,
}: SavedRestartPoints): Promise<readonly RestartPoint[]> {
  const bytes = new Uint8Array(await streams.arrayBuffer());
  return points.map(({ streamStart, ...point }, index) => {
    return { ...point, stream: bytes.subarray(streamStart, points[index + 1]?.streamStart) };
  });
}
