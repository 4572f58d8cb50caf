import { concatenate } from '../../base/concatenate';
import { transportPacketBytes } from './video-stream';

/** A compressed picture, and when it is decoded and shown, in ticks of 90 kHz. */
export interface CodedPicture {
  readonly decodedAt: number;
  readonly shownAt: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const PACKET_BYTES = 188;
const PES_HEADER_BYTES = 9;

/**
 * The pictures of the video in an MPEG transport stream (ISO/IEC 13818-1 2.4.3), in the order in which they are decoded.
 * The video is the first elementary stream that says it is one; each of its PES packets with a time is a picture, as
 * ISO/IEC 13818-1 2.14 has it for H.264, and those without go on with the one before. What is damaged is left out.
 */
export function readTransportStream(bytes: Uint8Array): readonly CodedPicture[] {
  const stride = transportPacketBytes(bytes);
  if (stride === null) return [];
  const pictures: Draft[] = [];
  let videoPid: number | null = null;
  for (let at = stride - PACKET_BYTES; at + PACKET_BYTES <= bytes.length; at += stride) {
    const packet = readPacket(bytes.subarray(at, at + PACKET_BYTES));
    if (packet === null) continue;
    const { pid, isStart, payload } = packet;
    if (isStart && videoPid === null && isVideoStart(payload)) videoPid = pid;
    if (pid !== videoPid) continue;
    if (isStart) startPicture(pictures, payload);
    else pictures.at(-1)?.parts.push(payload);
  }
  return pictures.map(({ parts, ...times }) => ({ ...times, bytes: concatenate(parts) }));
}

interface Draft extends Omit<CodedPicture, 'bytes'> {
  readonly parts: Uint8Array[];
}

interface Packet {
  readonly pid: number;
  /** A PES packet begins with it. */
  readonly isStart: boolean;
  readonly payload: Uint8Array;
}

/** Null where it has no payload, or its first byte is not the sync byte. */
function readPacket(packet: Uint8Array): Packet | null {
  const [sync = 0, second = 0, third = 0, fourth = 0, adaptationBytes = 0] = packet;
  const hasPayload = (fourth & 0x10) !== 0;
  if (sync !== 0x47 || !hasPayload) return null;
  const hasAdaptation = (fourth & 0x20) !== 0;
  const payload = packet.subarray(hasAdaptation ? 5 + adaptationBytes : 4);
  return { pid: ((second & 0x1f) << 8) | third, isStart: (second & 0x40) !== 0, payload };
}

/** The start code of a PES packet whose stream id is one of video (2.4.3.7). */
function isVideoStart([first, second, third, streamId = 0]: Uint8Array): boolean {
  return first === 0 && second === 0 && third === 1 && streamId >= 0xe0 && streamId <= 0xef;
}

function startPicture(pictures: Draft[], pes: Uint8Array): void {
  if (!isVideoStart(pes)) return;
  const payload = pes.subarray(PES_HEADER_BYTES + (pes[8] ?? 0));
  const flags = (pes[7] ?? 0) >> 6;
  if (flags < 2) {
    pictures.at(-1)?.parts.push(payload);
    return;
  }
  const shownAt = readTime(pes, PES_HEADER_BYTES);
  const decodedAt = flags === 3 ? readTime(pes, PES_HEADER_BYTES + 5) : shownAt;
  pictures.push({ decodedAt, shownAt, parts: [payload] });
}

/** 33 bits in 5 bytes, of which the last bit of the first, third and fifth is a marker (2.4.3.7). */
function readTime(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = bytes.subarray(at, at + 5);
  const high = (first >> 1) & 7;
  const middle = (second << 7) | (third >> 1);
  const low = (fourth << 7) | (fifth >> 1);
  return high * 2 ** 30 + middle * 2 ** 15 + low;
}
