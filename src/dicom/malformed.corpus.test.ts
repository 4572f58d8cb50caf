import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import type { Problem } from '../base/problem';
import { corpusDir, type CorpusFile, readManifest } from '../fixtures/corpus';
import { inflateRaw } from '../fixtures/inflate-raw';
import { loadDictionary } from './dictionary';
import { readHeader } from './header';
import type { Header } from './header-row';
import { parsePart10 } from './part10';

/** What the header must say of a file: where, by path ('' is of no element), and some of its words. */
type Defect = readonly [code: Problem['code'], path: string, words?: string];

const cut = (path: string): Defect => ['dicom-truncated', path];
const deviation = (path: string, words: string): Defect => ['dicom-deviation', path, words];

/** By the notes of the manifest, and what the bytes of the file show. */
const DEFECTS: Readonly<Record<string, readonly Defect[]>> = {
  '3gb-bulk-data-truncated.dcm': [cut('7FE00010')],
  'ExplVR_BigEndNoMeta.dcm': [deviation('', 'no file meta information')],
  'ExplVR_LitEndNoMeta.dcm': [deviation('', 'no file meta information')],
  'GH1146.dcm': [deviation('7FE00010', '0 bytes')],
  'GH178.dcm': [deviation('00080000', 'group length 534')],
  // Two spaces are its VR; in the other file the element is there once more, without a length.
  'GH179A.dcm': [deviation('00280120', 'no VR')],
  'GH179B.dcm': [deviation('00280120', 'no VR'), cut('00280120')],
  'MR_small_padded.dcm': [deviation('7FE00010', '8320 bytes')],
  'MR_truncated.dcm': [cut('7FE00010')],
  'badVR.dcm': [deviation('00280008', '"1A" is not an integer string')],
  'derived-BitsAllocated-24.dcm': [deviation('7FE00010', '24 bits')],
  'derived-PhotometricInterpretation-BOGUS.dcm': [deviation('00280004', 'BOGUS')],
  'derived-Rows-0.dcm': [deviation('00280010', 'Rows is 0')],
  'derived-SamplesPerPixel-2.dcm': [deviation('00280002', 'Samples per Pixel 2')],
  'derived-bad-is-ds.dcm': [deviation('00281053', '"1,5" is not a decimal string')],
  'derived-bad-offset-table.dcm': [deviation('7FE00010', 'Basic Offset Table')],
  'derived-deflate-corrupt.dcm': [cut('7FE00010')],
  'derived-element-length-beyond-eof.dcm': [cut('00100010')],
  'derived-empty-uids.dcm': [deviation('0020000D', 'no value')],
  'derived-encapsulated-no-delimiter.dcm': [cut('7FE00010')],
  'derived-encapsulated-truncated.dcm': [cut('7FE00010')],
  // One frame of 83 × 97 pixels in two bytes each.
  'derived-frames-missing.dcm': [deviation('7FE00010', '16102 bytes')],
  'derived-is-decimal.dcm': [deviation('00200013', '"1.0" is not an integer string')],
  'derived-meta-no-preamble.dcm': [deviation('', 'no preamble')],
  'derived-no-BitsAllocated.dcm': [deviation('00280100', 'without Bits Allocated')],
  'derived-no-PhotometricInterpretation.dcm': [deviation('00280004', 'without Photometric Interpretation')],
  'derived-no-PixelData.dcm': [deviation('7FE00010', 'no Pixel Data')],
  'derived-no-PixelRepresentation.dcm': [deviation('00280103', 'without Pixel Representation')],
  'derived-no-Rows.dcm': [deviation('00280010', 'without Rows')],
  'derived-no-SOPClassUID.dcm': [deviation('00080016', 'no SOP Class UID')],
  'derived-no-SOPInstanceUID.dcm': [deviation('00080018', 'no SOP Instance UID')],
  'derived-no-SamplesPerPixel.dcm': [deviation('00280002', 'without Samples per Pixel')],
  'derived-no-transfer-syntax.dcm': [deviation('00020010', 'no transfer syntax')],
  'derived-odd-length.dcm': [deviation('00200013', 'odd length 3')],
  'derived-pixel-length-beyond-eof.dcm': [cut('7FE00010')],
  'derived-pixels-too-few.dcm': [deviation('7FE00010', '8050 bytes')],
  'derived-pixels-too-many.dcm': [deviation('7FE00010', '17102 bytes')],
  'derived-raw-explicit.dcm': [deviation('', 'no file meta information')],
  'derived-raw-implicit.dcm': [deviation('', 'no file meta information')],
  'derived-says-explicit-is-implicit.dcm': [deviation('00020010', 'implicit VR little endian')],
  'derived-says-implicit-is-explicit.dcm': [deviation('00020010', 'explicit VR little endian')],
  'derived-truncated-header.dcm': [cut('00281055')],
  'derived-truncated-mid-tag.dcm': [cut('')],
  'derived-truncated-pixels.dcm': [cut('7FE00010')],
  'derived-uid-trailing-space.dcm': [deviation('0020000E', 'padded with a space')],
  'derived-unknown-vr-ZZ.dcm': [deviation('00200013', 'unknown VR ZZ')],
  'derived-wrong-meta-group-length.dcm': [deviation('00020000', 'group length')],
  'derived-wrong-vr-rows-ul.dcm': [deviation('00280010', 'VR UL, the dictionary says US')],
  'empty_charset_LEI.dcm': [deviation('00080016', 'no SOP Class UID')],
  'emri_small_jpeg_2k_lossless_too_short.dcm': [cut('7FE00010')],
  'meta_missing_tsyntax.dcm': [deviation('00020010', 'no transfer syntax')],
  'no_meta_group_length.dcm': [deviation('00020000', 'no group length')],
  'no_preamble_dicm_in_data.dcm': [deviation('', 'no file meta information')],
  'rtplan_truncated.dcm': [cut('300A00B0[0].300A0111[0].300A012C')],
};

/** pydicom finds no data set, but there is one, see readers.corpus.test.ts. */
const READABLE_AFTER_ALL: readonly string[] = [
  'no_preamble_dicm_in_data.dcm',
  '3gb-bulk-data-truncated.dcm',
  'derived-deflate-corrupt.dcm',
];

const dir = corpusDir();

describe.skipIf(dir === null)('malformed files of the corpus', async () => {
  const dictionary = await loadDictionary();
  const all = dir === null ? [] : readManifest(dir);
  const files = all.filter(({ path }) => path.startsWith('malformed/'));
  const nameOf = ({ path }: CorpusFile): string => path.replace('malformed/', '');

  /** Null where it is not read. */
  function headerOf(file: CorpusFile): Header | null {
    const bytes = new Uint8Array(readFileSync(join(dir ?? '', file.path)));
    const parsed = parsePart10(bytes, { where: file.path, inflateRaw });
    return parsed.ok ? readHeader(parsed.value, dictionary, file.path) : null;
  }

  it.each(files)('$path is read, or is not, as the manifest has it', (file) => {
    const isReadable = file.readable || READABLE_AFTER_ALL.includes(nameOf(file));
    expect(headerOf(file) !== null).toBe(isReadable);
  });

  it.each(files.filter((file) => DEFECTS[nameOf(file)] !== undefined))('$path: what is wrong', (file) => {
    const header = headerOf(file);
    assert(header !== null, `${file.path} is read`);
    for (const [code, path, words = ''] of DEFECTS[nameOf(file)] ?? []) {
      const named = header.problems.filter(
        (found) =>
          found.code === code &&
          'path' in found.detail &&
          found.detail.path === path &&
          reasonOf(found).includes(words),
      );
      expect(named, `${code} ${path} ${words}`).toHaveLength(1);
      // The row shows it too, where there is one.
      const row = header.rows.find((each) => each.path === path);
      if (row !== undefined) expect(row.problems?.some((each) => each.includes(words))).toBe(true);
    }
  });
});

function reasonOf({ detail }: Problem): string {
  return 'reason' in detail ? detail.reason : '';
}
