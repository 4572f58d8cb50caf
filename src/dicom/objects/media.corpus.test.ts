import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assert } from '../../base/assert';
import { rangesOf } from '../../base/byte-ranges';
import { corpusDir } from '../../fixtures/corpus';
import { inflateRaw } from '../../fixtures/inflate-raw';
import { loadDictionary } from '../dictionary';
import { parsePart10 } from '../part10';
import { attributesOf } from './attributes';
import { documentRange, readEncapsulatedDocument } from './encapsulated-document';
import { findEncapsulatedStream } from './encapsulated-stream';
import { writeH264Mp4 } from './h264-mp4';
import { signalOf } from './spectra';
import { readSpectroscopy } from './spectroscopy';
import { readTransportStream } from './transport-stream';
import { readVideo } from './video';
import { readWaveform } from './waveform';

const dir = corpusDir();

async function open(path: string) {
  assert(dir !== null, 'there is a corpus');
  const file = parsePart10(readFileSync(join(dir, path)), { where: path, inflateRaw });
  assert(file.ok, 'the file is readable');
  const { dataSet, transferSyntaxUid, byteArray } = file.value;
  return {
    attributes: attributesOf(dataSet, await loadDictionary()),
    transferSyntaxUid,
    content: rangesOf(byteArray),
  };
}

const sha256 = (...pieces: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
};

// The values here are from a script that finds the elements by their bytes and unpacks them with Python's struct.
describe.skipIf(dir === null)('media of the corpus', () => {
  it('the ECG has two groups of twelve leads', async () => {
    const waveform = readWaveform((await open('modality/waveform_ecg.dcm')).attributes);
    assert(waveform, 'it is a waveform');
    const [rhythm, median] = waveform.groups;
    expect(rhythm).toMatchObject({ label: 'RHYTHM', samplingFrequencyHz: 1000, sampleCount: 10_000 });
    expect(median).toMatchObject({ label: 'MEDIAN BEAT', samplingFrequencyHz: 1000, sampleCount: 1200 });
    expect(rhythm?.channels.map(({ label }) => label)).toEqual([
      'Lead I (Einthoven)',
      ...['II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'].map((lead) => `Lead ${lead}`),
    ]);
    const [first, second] = rhythm?.channels ?? [];
    expect(first).toMatchObject({ unit: 'uV', unitsPerStep: 1.25, baseline: 0 });
    expect([...(first?.samples.subarray(0, 2) ?? [])]).toEqual([80, 65]);
    expect([...(second?.samples.subarray(0, 2) ?? [])]).toEqual([90, 85]);
    expect(rhythm?.channels[11]?.samples[9999]).toBe(-90);
    expect((first?.samples as Int16Array).reduce((sum, sample) => sum + sample, 0)).toBe(741_291);
    expect((median?.channels[0]?.samples as Int16Array).reduce((sum, sample) => sum + sample, 0)).toBe(
      54_940,
    );
  });

  it('the deflated haemodynamic recording has its samples', async () => {
    const waveform = readWaveform((await open('transfer-syntax/wave_dfl.dcm')).attributes);
    const [group] = waveform?.groups ?? [];
    expect(group).toMatchObject({ samplingFrequencyHz: 240, sampleCount: 2400 });
    expect(group?.channels.map(({ samples }) => samples[0])).toEqual([
      186, 48, -138, -117, 162, -45, -82, -176, 98, 196, 286, 194,
    ]);
  });

  it.each([
    ['pdf', 'pdf', '61d35d629cef1b78d5e0eb1d5ef68a5af37862d057ab4f3e0d4602826834a644'],
    ['cda', 'text', '64b234b87086c76f25c504ba96dc9abf19d460b76a4200125f7d83142087a693'],
    ['stl', 'other', '8b7b7d8e3fc9f4bb26789cee0aad61896a063d0c9116923729ca45802a374cc3'],
  ] as const)('the encapsulated %s is whole', async (name, form, expected) => {
    const { attributes } = await open(`modality/derived-encapsulated-${name}.dcm`);
    expect(readEncapsulatedDocument(attributes)).toMatchObject({ form });
    const range = documentRange(attributes.dataSet);
    expect(range && sha256(attributes.dataSet.byteArray.subarray(range.start, range.end))).toBe(expected);
  });

  it.each([
    ['h264-bd', 'h264', 'mpeg-transport-stream', 11_092, '85e9e157e51069d8'],
    ['h264-fragmented', 'h264', 'mp4', 6838, '5186148f0166eb23'],
    ['h264-mp4', 'h264', 'mp4', 6838, '5186148f0166eb23'],
    ['hevc-mp4', 'hevc', 'mp4', 6414, '902a0679780b8984'],
    ['mpeg2-high', 'mpeg2', 'mpeg-transport-stream', 28_200, '7c458a57b92183f5'],
    ['mpeg2-main', 'mpeg2', 'mpeg-program-stream', 24_576, '828e2bc02643ea21'],
  ] as const)('the video %s is %s in %s', async (name, codec, container, lengthBytes, hash) => {
    const { attributes, transferSyntaxUid, content } = await open(
      `transfer-syntax/derived-video-${name}.dcm`,
    );
    const video = await readVideo(attributes, transferSyntaxUid, content);
    expect(video.ok && video.value).toMatchObject({
      codec,
      container,
      lengthBytes,
      columns: 176,
      rows: 144,
      frames: 20,
      framesPerSecond: 25,
    });
    const ranges = await findEncapsulatedStream(attributes.dataSet, content);
    assert(ranges.ok, 'the file is in memory');
    const bytes = attributes.dataSet.byteArray;
    expect(sha256(...ranges.value.map(({ start, end }) => bytes.subarray(start, end))).slice(0, 16)).toBe(
      hash,
    );
  });

  it('the transport stream of H.264 has all of its pictures, a 25th of a second each', async () => {
    const { attributes, content } = await open('transfer-syntax/derived-video-h264-bd.dcm');
    const ranges = await findEncapsulatedStream(attributes.dataSet, content);
    const [range] = ranges.ok ? ranges.value : [];
    assert(range, 'it is one fragment');
    const pictures = readTransportStream(attributes.dataSet.byteArray.subarray(range.start, range.end));
    const times = pictures.map(({ decodedAt }) => decodedAt - (pictures[0]?.decodedAt ?? 0));
    expect(times).toEqual(Array.from({ length: 20 }, (_, index) => index * 3600));
    expect(writeH264Mp4(pictures, { columns: 176, rows: 144 })).not.toBeNull();
  });

  it('the spectroscopy has a signal and its reference', async () => {
    const face = readSpectroscopy((await open('modality/MRS_philips.dcm')).attributes);
    assert(face, 'it is spectroscopy');
    expect(face.spectra).toMatchObject({ rows: 1, columns: 1, frames: 2, points: 1024, domain: 'time' });
    const { real, imaginary } = signalOf(face.spectra, { frame: 0, row: 0, column: 0 });
    expect([real[0], imaginary[0], real[1], imaginary[1]].map((value) => value?.toPrecision(7))).toEqual([
      '0.002351051',
      '-0.0009041183',
      '0.001962228',
      '-0.004946436',
    ]);
  });
});
