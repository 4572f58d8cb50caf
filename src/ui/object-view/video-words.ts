import type { VideoFace } from '../../dicom/objects/object-face';
import { CONTAINER_NAMES, type VideoCodec, type VideoContainer } from '../../dicom/objects/video-stream';
import { formatBytes, formatCounted } from '../format';

const CODEC_NAMES: Readonly<Record<VideoCodec, string>> = { mpeg2: 'MPEG-2', h264: 'H.264', hevc: 'HEVC' };

/** `176 × 144 pixels, 20 frames, 25 a second, 6.8 kB of H.264 in MP4` */
export function videoWords(face: VideoFace): string {
  const { columns, rows, frames, framesPerSecond, lengthBytes, codec, container } = face;
  const rate = framesPerSecond === null ? [] : [`${String(Number(framesPerSecond.toPrecision(4)))} a second`];
  const stream = `${formatBytes(lengthBytes)} of ${CODEC_NAMES[codec]}${inContainer(container)}`;
  return [`${columns} × ${rows} pixels`, formatCounted(frames, 'frame'), ...rate, stream].join(', ');
}

function inContainer(container: VideoContainer): string {
  switch (container) {
    case 'unknown':
      return '';
    case 'elementary-stream':
      return ' without a container';
    case 'mp4':
      return ` in ${CONTAINER_NAMES.mp4}`;
    case 'mpeg-transport-stream':
    case 'mpeg-program-stream':
      return ` in an ${CONTAINER_NAMES[container]}`;
  }
}

/** Why it is not played; `isCodecPlayed` is what the browser says. */
export function whyNotPlayed({ codec, container }: VideoFace, isCodecPlayed: boolean): string {
  const name = CODEC_NAMES[codec];
  if (codec === 'mpeg2') return 'Browsers have no decoder for MPEG-2.';
  if (!isCodecPlayed) return `This browser has no decoder for ${name}.`;
  return container === 'unknown'
    ? 'What the stream is wrapped in is not known.'
    : `Browsers do not play ${name}${inContainer(container)}.`;
}

const ENDINGS: Readonly<Record<VideoContainer, string>> = {
  mp4: 'mp4',
  'mpeg-transport-stream': 'ts',
  'mpeg-program-stream': 'mpg',
  'elementary-stream': '',
  unknown: 'bin',
};

const ELEMENTARY_ENDINGS: Readonly<Record<VideoCodec, string>> = { mpeg2: 'm2v', h264: 'h264', hevc: 'h265' };

/** Of a file with the stream: `mp4`, `h264`. */
export function fileEndingOf({ codec, container }: VideoFace): string {
  return container === 'elementary-stream' ? ELEMENTARY_ENDINGS[codec] : ENDINGS[container];
}

/** What to ask a browser for: the highest profile and level of the transfer syntaxes (PS3.5 8.2.7 to 8.2.11). */
const MEDIA_TYPES: Readonly<Partial<Record<VideoCodec, string>>> = {
  h264: 'video/mp4; codecs="avc1.64002A"',
  hevc: 'video/mp4; codecs="hvc1.2.4.L153.B0"',
};

/** The media type of a stream of the codec in MP4; null where no browser plays it. */
export function mediaTypeOf(codec: VideoCodec): string | null {
  return MEDIA_TYPES[codec] ?? null;
}
