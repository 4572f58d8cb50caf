/** Of the pictures, by the transfer syntax (PS3.5 8.2.5 to 8.2.14). */
export type VideoCodec = 'mpeg2' | 'h264' | 'hevc';

/** What a video stream is wrapped in, as its first bytes tell. */
export type VideoContainer =
  'mp4' | 'mpeg-transport-stream' | 'mpeg-program-stream' | 'elementary-stream' | 'unknown';

export const CONTAINER_NAMES: Readonly<Record<VideoContainer, string>> = {
  mp4: 'MP4',
  'mpeg-transport-stream': 'MPEG transport stream',
  'mpeg-program-stream': 'MPEG program stream',
  'elementary-stream': 'none (elementary stream)',
  unknown: 'unknown',
};

/** As many of the first bytes as it takes. */
export const CONTAINER_HEAD_BYTES = 192 * 3;

/** ISO/IEC 14496-12 4.3 (ftyp), 13818-1 2.4.3 (transport stream) and 2.5.3 (program stream), 14496-10 Annex B. */
export function videoContainer(head: Uint8Array): VideoContainer {
  if (head.length >= 8 && String.fromCharCode(...head.subarray(4, 8)) === 'ftyp') return 'mp4';
  if (transportPacketBytes(head) !== null) return 'mpeg-transport-stream';
  const startCode = startCodeOf(head);
  if (startCode === 0xba) return 'mpeg-program-stream';
  return startCode === null ? 'unknown' : 'elementary-stream';
}

const SYNC_BYTE = 0x47;

/** 188, or 192 with a time stamp before each packet, as on a Blu-ray disc; null: no transport stream. */
export function transportPacketBytes(head: Uint8Array): 188 | 192 | null {
  const hasSync = (offset: number, bytes: number): boolean =>
    [0, 1, 2].every((packet) => (head[packet * bytes + offset] ?? SYNC_BYTE) === SYNC_BYTE);
  if (head[0] === SYNC_BYTE && hasSync(0, 188)) return 188;
  return head[4] === SYNC_BYTE && hasSync(4, 192) ? 192 : null;
}

/** The byte after 00 00 01, or 00 00 00 01; null where the stream does not begin so. */
function startCodeOf(head: Uint8Array): number | null {
  const at = head[2] === 0 ? 3 : 2;
  return head[0] === 0 && head[1] === 0 && head[at] === 1 ? (head[at + 1] ?? null) : null;
}
