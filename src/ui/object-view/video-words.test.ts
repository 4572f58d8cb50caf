import { expect, it } from 'vitest';
import type { VideoFace } from '../../dicom/objects/object-face';
import { fileEndingOf, videoWords, whyNotPlayed } from './video-words';

const videoFace = (change: Partial<VideoFace>): VideoFace => ({
  kind: 'video',
  sopClassName: 'Video Endoscopic Image Storage',
  title: '',
  whyNoPicture: '',
  sections: [],
  codec: 'h264',
  container: 'mp4',
  lengthBytes: 2_500_000,
  columns: 1920,
  rows: 1080,
  frames: 1500,
  framesPerSecond: 30000 / 1001,
  ...change,
});

it('says what a video is', () => {
  expect(videoWords(videoFace({}))).toBe(
    '1920 × 1080 pixels, 1,500 frames, 29.97 a second, 2.5 MB of H.264 in MP4',
  );
  expect(
    videoWords(videoFace({ framesPerSecond: null, frames: 1, codec: 'hevc', container: 'unknown' })),
  ).toBe('1920 × 1080 pixels, 1 frame, 2.5 MB of HEVC');
});

it.each([
  ['mpeg2', 'mpeg-program-stream', false, 'Browsers have no decoder for MPEG-2.'],
  ['hevc', 'mp4', false, 'This browser has no decoder for HEVC.'],
  ['hevc', 'mpeg-transport-stream', true, 'Browsers do not play HEVC in an MPEG transport stream.'],
  ['h264', 'elementary-stream', true, 'Browsers do not play H.264 without a container.'],
  ['h264', 'unknown', true, 'What the stream is wrapped in is not known.'],
] as const)('why %s in %s is not played', (codec, container, isCodecPlayed, words) => {
  expect(whyNotPlayed(videoFace({ codec, container }), isCodecPlayed)).toBe(words);
});

it.each([
  ['h264', 'mp4', 'mp4'],
  ['mpeg2', 'mpeg-program-stream', 'mpg'],
  ['h264', 'mpeg-transport-stream', 'ts'],
  ['h264', 'elementary-stream', 'h264'],
  ['hevc', 'elementary-stream', 'h265'],
  ['mpeg2', 'elementary-stream', 'm2v'],
  ['h264', 'unknown', 'bin'],
] as const)('%s in %s is saved as .%s', (codec, container, ending) => {
  expect(fileEndingOf(videoFace({ codec, container }))).toBe(ending);
});
