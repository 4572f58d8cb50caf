import { readAvailable, type ByteRanges } from '../base/byte-ranges';
import { ok, type Result } from '../base/result';
import { startsByStreams, startsStream, STREAM_START_BYTES } from './frame-fragments';
import type { Fragment, PixelData } from './image-description';

type Unlisted = Extract<PixelData, { kind: 'unlisted' }>;

interface WalkedFragment extends Fragment {
  readonly beginsStream: boolean;
}

const ITEM_HEADER_BYTES = 8;

/**
 * Finds the fragments of frames where their list is not known (PS3.5 A.4): it goes straight to the frame where an
 * offset table has every frame, else from item to item, as far as it takes, and remembers these. As
 * `findFragmentsOfFrame`, but that does not need to guess before it has seen the last of them.
 */
export class FragmentWalk {
  readonly #content: ByteRanges;
  readonly #numberOfFrames: number;
  /** The first byte after the Basic Offset Table, from which offsets count. */
  readonly #start: number;
  /** Null where there are none for every frame, or where they proved wrong. */
  #offsets: readonly number[] | null;
  readonly #walked: WalkedFragment[] = [];
  /** How many of the walked begin a stream. */
  #streams = 0;
  #isComplete = false;

  private constructor(content: ByteRanges, table: OffsetTable, numberOfFrames: number) {
    this.#content = content;
    this.#numberOfFrames = numberOfFrames;
    this.#start = table.end;
    this.#offsets = table.offsets;
  }

  static async open(
    content: ByteRanges,
    { position, extendedOffsets }: Unlisted,
    numberOfFrames: number,
  ): Promise<Result<FragmentWalk>> {
    const basic = await readBasicOffsets(content, position, numberOfFrames);
    if (!basic.ok) return basic;
    const { end } = basic.value;
    const tables = [extendedOffsets, basic.value.offsets];
    const offsets = tables.find((each) => hasAllFrames(each, numberOfFrames)) ?? null;
    return ok(new FragmentWalk(content, { end, offsets }, numberOfFrames));
  }

  /** Empty where the frame is not there. The errors are those of the content. */
  async fragmentsOfFrame(frameIndex: number): Promise<Result<readonly Fragment[]>> {
    if (frameIndex >= this.#numberOfFrames) return ok([]);
    if (this.#offsets !== null && this.#numberOfFrames > 1) {
      const fragments = await this.#goTo(this.#offsets, frameIndex);
      if (!fragments.ok || fragments.value.length > 0) return fragments;
      this.#offsets = null;
    }
    while (!this.#isComplete && !this.#isFound(frameIndex)) {
      const failed = await this.#walkOn();
      if (!failed.ok) return failed;
    }
    return ok(this.#walkedOfFrame(frameIndex));
  }

  /** By the offset table; none where that does not fit the items. */
  async #goTo(offsets: readonly number[], frameIndex: number): Promise<Result<readonly Fragment[]>> {
    const fragments: Fragment[] = [];
    const end = offsets[frameIndex + 1] ?? Infinity;
    let offset = offsets[frameIndex] ?? Infinity;
    while (offset < end) {
      const fragment = await this.#readFragment(offset);
      if (!fragment.ok) return fragment;
      if (fragment.value === null) break;
      fragments.push(fragment.value);
      offset = nextOffset(fragment.value);
    }
    const fits = end === Infinity || offset === end;
    return ok(fits ? fragments : []);
  }

  async #walkOn(): Promise<Result<null>> {
    const last = this.#walked.at(-1);
    const fragment = await this.#readFragment(last === undefined ? 0 : nextOffset(last));
    if (!fragment.ok) return fragment;
    if (fragment.value === null) {
      this.#isComplete = true;
    } else {
      this.#walked.push(fragment.value);
      if (fragment.value.beginsStream) this.#streams++;
    }
    return ok(null);
  }

  /** Whether the frame's fragments are among those walked, so far as can be said before the last of all. */
  #isFound(frameIndex: number): boolean {
    const [first] = this.#walked;
    if (first === undefined || this.#numberOfFrames === 1) return false;
    return first.beginsStream ? this.#streams > frameIndex + 1 : this.#walked.length > frameIndex;
  }

  #walkedOfFrame(frameIndex: number): readonly Fragment[] {
    if (this.#numberOfFrames === 1) return frameIndex === 0 ? this.#walked : [];
    const hasOneEach = this.#isComplete && this.#walked.length === this.#numberOfFrames;
    const isOfStreams = !hasOneEach && this.#walked[0]?.beginsStream === true;
    const starts = startsByStreams(this.#walked.map(({ beginsStream }) => isOfStreams && beginsStream));
    const start = starts[frameIndex];
    return start === undefined ? [] : this.#walked.slice(start, starts[frameIndex + 1]);
  }

  /** Null where no item begins: at the delimiter, at the end of the file, or where it makes no sense. */
  async #readFragment(offset: number): Promise<Result<WalkedFragment | null>> {
    const item = await readItem(this.#content, this.#start + offset, STREAM_START_BYTES);
    if (!item.ok) return item;
    if (item.value === null) return ok(null);
    const { position, lengthBytes, beginning } = item.value;
    return ok({ offset, position, lengthBytes, beginsStream: startsStream(beginning) });
  }
}

interface OffsetTable {
  /** Of the table in the file. */
  readonly end: number;
  readonly offsets: readonly number[] | null;
}

function nextOffset({ offset, lengthBytes }: Fragment): number {
  return offset + ITEM_HEADER_BYTES + lengthBytes;
}

function hasAllFrames(offsets: readonly number[] | null, numberOfFrames: number): boolean {
  if (offsets?.length !== numberOfFrames) return false;
  return offsets.every((offset, frame) => offset > (offsets[frame - 1] ?? -1));
}

/** The table may be empty, and in damaged data it may be missing. */
async function readBasicOffsets(
  content: ByteRanges,
  position: number,
  numberOfFrames: number,
): Promise<Result<OffsetTable>> {
  const item = await readItem(content, position, 4 * numberOfFrames);
  if (!item.ok) return item;
  if (item.value === null) return ok({ end: position, offsets: null });
  const { position: start, lengthBytes, beginning } = item.value;
  const end = start + lengthBytes;
  if (lengthBytes !== beginning.length) return ok({ end, offsets: null });
  const view = new DataView(beginning.buffer, beginning.byteOffset, beginning.length);
  const offsets = Array.from({ length: numberOfFrames }, (_, frame) => view.getUint32(4 * frame, true));
  return ok({ end, offsets });
}

interface Item {
  /** Of its first byte, in the file. */
  readonly position: number;
  readonly lengthBytes: number;
  /** At most the first `beginningBytes` of it. */
  readonly beginning: Uint8Array;
}

/** The item (FFFE,E000) whose tag is at `at`; always in little endian (PS3.5 A.4). */
async function readItem(
  content: ByteRanges,
  at: number,
  beginningBytes: number,
): Promise<Result<Item | null>> {
  const position = at + ITEM_HEADER_BYTES;
  const read = await readAvailable(content, at, position + beginningBytes);
  if (!read.ok) return read;
  if (read.value.length < ITEM_HEADER_BYTES) return ok(null);
  const view = new DataView(read.value.buffer, read.value.byteOffset, ITEM_HEADER_BYTES);
  const isItem = view.getUint16(0, true) === 0xfffe && view.getUint16(2, true) === 0xe000;
  const beginning = read.value.subarray(ITEM_HEADER_BYTES);
  return ok(isItem ? { position, lengthBytes: view.getUint32(4, true), beginning } : null);
}
