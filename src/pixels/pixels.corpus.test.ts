import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DicomFile } from '../dicom/part10';
import { corpusDir, readManifest } from '../fixtures/corpus';
import {
  largestRgbDifference,
  largestSampleDifference,
  oracleBytes,
  oracleKind,
  type PixelOracle,
  type PixelOracleFile,
} from '../fixtures/pixel-oracle';
import { decodeCorpusFrame, readCorpusImage } from './corpus-image.fixture';
import type { DecodedFrame } from './decoded-frame';
import { readGreyTransform } from './grey-transform';
import { readPalette } from './palette';
import { renderFrame } from './render-frame';

const dir = corpusDir();
const TIMEOUT_MS = 300_000;

describe.skipIf(dir === null)('pixels of the corpus', () => {
  const folder = dir ?? '';
  const files = dir === null ? [] : (readManifest(dir) as unknown as readonly PixelOracleFile[]);

  it(
    'equal the manifest, first and last frame, where that is exact',
    async () => {
      const failures = await check(files, 'exact', async (oracle, dicom) => {
        const first = await decodeCorpusFrame(dicom, 'first');
        const last = await decodeCorpusFrame(dicom, 'last');
        return sha256(first, oracle) === oracle.frame0.sha256 &&
          sha256(last, oracle) === oracle.lastFrame.sha256
          ? null
          : 'another SHA-256';
      });
      expect(failures).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'are close to the manifest where the compression is lossy',
    async () => {
      const failures = await check(files, 'probes', async (oracle, dicom) => {
        const frame = await decodeCorpusFrame(dicom, 'first');
        const isSameSpace = frame.samplesPerPixel === 1 || frame.colourSpace === oracle.colourSpace;
        const difference = isSameSpace
          ? largestSampleDifference(frame, oracle)
          : largestRgbDifference(render(dicom, frame), frame.columns, oracle.rgbProbes ?? []);
        return difference <= (frame.samplesPerPixel === 1 ? 1 : 3) ? null : `differs by ${difference}`;
      });
      expect(failures).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'have the colours of the manifest',
    async () => {
      // Of more than 8 bits the manifest has the samples in place of 8-bit RGB.
      const colourFiles = files.filter(
        ({ pixels, bitsStored }) => pixels?.rgbProbes !== undefined && (bitsStored ?? 0) <= 8,
      );
      const failures = await check(colourFiles, 'exact', async (oracle, dicom) => {
        const frame = await decodeCorpusFrame(dicom, 'first');
        const difference = largestRgbDifference(render(dicom, frame), frame.columns, oracle.rgbProbes ?? []);
        return difference <= 1 ? null : `differs by ${difference}`;
      });
      expect(failures).toEqual([]);
    },
    TIMEOUT_MS,
  );

  /** Prints how many files of a kind pass; returns those that do not, with the reason. */
  async function check(
    candidates: readonly PixelOracleFile[],
    kind: 'exact' | 'probes',
    compare: (oracle: PixelOracle, dicom: DicomFile) => Promise<string | null>,
  ): Promise<readonly string[]> {
    const failures: string[] = [];
    let checked = 0;
    for (const file of candidates) {
      if (file.pixels === null || oracleKind(file) !== kind) continue;
      checked += 1;
      const reason = await compare(file.pixels, readCorpusImage(folder, file.path)).catch(String);
      if (reason !== null) failures.push(`${file.path}: ${reason}`);
    }
    console.log(`${checked - failures.length} of ${checked} files checked passed (${kind})`);
    return failures;
  }
});

function render({ dataSet }: DicomFile, frame: DecodedFrame): Uint32Array<ArrayBuffer> {
  return renderFrame(frame, readGreyTransform(dataSet, 0), readPalette(dataSet));
}

function sha256(frame: DecodedFrame, { sampleType }: PixelOracle): string {
  return createHash('sha256').update(oracleBytes(frame, sampleType)).digest('hex');
}
