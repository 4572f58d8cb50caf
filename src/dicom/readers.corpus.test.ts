import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusDir, type CorpusFile, readManifest } from '../fixtures/corpus';
import { inflateRaw } from '../fixtures/inflate-raw';
import { characterSetOf, decimalsOf, intOf, numbersOf, textOf } from './elements';
import { type DicomFile, parsePart10 } from './part10';
import { readSummary } from './summary-reader';
import type { InstanceSummary } from './summary';
import { SUMMARY_FIELDS, type SummaryField } from './summary-fields';
import { tagKey } from './tag';
import { wholeHead } from './whole-head';

/** What pydicom says differently, and why that is no fault here. */
const EXCEPTIONS: Readonly<Record<string, { readonly reason: string; readonly keys: readonly string[] }>> = {
  'charset/derived-undeclared-utf8.dcm': {
    reason: 'pydicom reads undeclared bytes as Latin 1; they are UTF-8',
    keys: ['patientName'],
  },
  'malformed/derived-element-length-beyond-eof.dcm': {
    reason: 'a name that claims to go beyond the end of the file: pydicom takes all of the rest',
    keys: ['patientName'],
  },
  'malformed/derived-unknown-vr-ZZ.dcm': {
    reason: 'pydicom does not read a value of VR ZZ; by its tag it is an integer string',
    keys: ['instanceNumber'],
  },
  'malformed/GH179A.dcm': {
    reason:
      'after an element with two spaces in place of its VR pydicom reads no more; there are ten (dcmdump: 66)',
    keys: ['elementCount'],
  },
  'malformed/derived-encapsulated-no-delimiter.dcm': {
    reason: 'pydicom leaves out Pixel Data without an end; its fragments are there',
    keys: ['elementCount'],
  },
  'malformed/derived-encapsulated-truncated.dcm': {
    reason: 'pydicom leaves out Pixel Data without an end; its fragments are there',
    keys: ['elementCount'],
  },
  'malformed/emri_small_jpeg_2k_lossless_too_short.dcm': {
    reason: 'pydicom leaves out Pixel Data without an end; its fragments are there',
    keys: ['elementCount'],
  },
};

/** pydicom finds no data set, but there is one, and it says what it is. */
const READABLE_AFTER_ALL: readonly string[] = [
  'malformed/no_preamble_dicm_in_data.dcm',
  // 100,000 bytes of an image with 3 GB of pixels: cut like any other, but too much for pydicom's memory.
  'malformed/3gb-bulk-data-truncated.dcm',
  // Its stream is cut within the pixels, which pydicom does not inflate at all: the elements before them are there.
  'malformed/derived-deflate-corrupt.dcm',
];

/** pydicom leaves out empty groups at the end of a name, but where the corpus knows the text itself. */
function expectedName({ expectedPatientName, patientName }: CorpusFile): string {
  return expectedPatientName ?? patientName ?? '';
}

type Facts = Readonly<Record<string, unknown>>;

function expectedFacts(file: CorpusFile): Facts {
  return {
    patientName: expectedName(file).replace(/=+$/, ''),
    patientId: file.patientID ?? '',
    sopClassUid: file.sopClassUID ?? '',
    sopInstanceUid: file.sopInstanceUID ?? '',
    studyInstanceUid: file.studyInstanceUID ?? '',
    seriesInstanceUid: file.seriesInstanceUID ?? '',
    modality: file.modality ?? '',
    rows: file.rows,
    columns: file.columns,
    numberOfFrames: file.numberOfFrames,
    seriesNumber: file.seriesNumber,
    instanceNumber: file.instanceNumber,
  };
}

const nullForNaN = (value: number): number | null => (Number.isNaN(value) ? null : value);

function factsOfSummary(summary: InstanceSummary): Facts {
  return {
    patientName: summary.patientName.replace(/=+$/, ''),
    patientId: summary.patientId,
    sopClassUid: summary.sopClassUid,
    sopInstanceUid: summary.sopInstanceUid,
    studyInstanceUid: summary.studyInstanceUid,
    seriesInstanceUid: summary.seriesInstanceUid,
    modality: summary.modality,
    rows: nullForNaN(summary.rows),
    columns: nullForNaN(summary.columns),
    numberOfFrames: nullForNaN(summary.numberOfFrames),
    seriesNumber: nullForNaN(summary.seriesNumber),
    instanceNumber: nullForNaN(summary.instanceNumber),
  };
}

function factsOfFile({ dataSet }: DicomFile): Facts {
  const characterSet = characterSetOf(dataSet);
  const decimal = (tag: `x${string}`): number | null => nullForNaN(decimalsOf(dataSet, tag)[0] ?? NaN);
  return {
    patientName: textOf(dataSet, 'x00100010', characterSet, 'PN').replace(/=+$/, ''),
    patientId: textOf(dataSet, 'x00100020', characterSet),
    sopClassUid: textOf(dataSet, 'x00080016'),
    sopInstanceUid: textOf(dataSet, 'x00080018'),
    studyInstanceUid: textOf(dataSet, 'x0020000d'),
    seriesInstanceUid: textOf(dataSet, 'x0020000e'),
    modality: textOf(dataSet, 'x00080060'),
    rows: intOf(dataSet, 'x00280010'),
    columns: intOf(dataSet, 'x00280011'),
    numberOfFrames: decimal('x00280008'),
    seriesNumber: decimal('x00200011'),
    instanceNumber: decimal('x00200013'),
  };
}

/** Every field of the summary, from the data set that is read in full. */
function summaryOfFile({ dataSet }: DicomFile): Facts {
  const characterSet = characterSetOf(dataSet);
  const facts: Record<string, unknown> = {};
  const setFact = (tag: number, field: SummaryField): void => {
    const key = tagKey(tag);
    if (field.kind === 'text') facts[field.key] = textOf(dataSet, key, characterSet, field.vr);
    else if (field.kind === 'integer') facts[field.key] = intOf(dataSet, key) ?? NaN;
    else if (field.kind === 'parsed') facts[field.key] = field.parse(textOf(dataSet, key));
    else if (field.kind === 'float') facts[field.key] = numbersOf(dataSet, key, field.vr)[0] ?? NaN;
    else if (field.kind === 'decimals') {
      field.keys.forEach((name, index) => (facts[name] = decimalsOf(dataSet, key)[index] ?? NaN));
    } else if (field.kind === 'private') {
      // Of the first block of its group, as private elements are met.
      const creator = textOf(dataSet, tagKey((tag & 0xffff0000) + 0x10), characterSet);
      if (creator === field.creator && Number.isNaN(facts[field.field.key])) setFact(tag, field.field);
    }
  };
  for (const [tag, field] of SUMMARY_FIELDS) setFact(tag, field);
  return facts;
}

function withoutKeys(facts: Facts, keys: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => !keys.includes(key)));
}

const dir = corpusDir();

describe.skipIf(dir === null)('on the corpus', () => {
  const manifest = dir === null ? [] : readManifest(dir);
  const load = (file: CorpusFile): Uint8Array => new Uint8Array(readFileSync(join(dir ?? '', file.path)));
  const readable = manifest.filter((file) => file.readable);

  it.each(readable)('$path', (file) => {
    const bytes = load(file);
    const exceptions = EXCEPTIONS[file.path]?.keys ?? [];
    const expected = withoutKeys(expectedFacts(file), exceptions);
    const outcome = readSummary(wholeHead(bytes), file.path, inflateRaw);
    if (!('summary' in outcome)) throw new Error(outcome.outcome);
    const parsed = parsePart10(bytes, { where: file.path, inflateRaw });
    if (!parsed.ok) throw new Error(parsed.error.code);

    expect(withoutKeys(factsOfSummary(outcome.summary), exceptions)).toEqual(expected);
    expect(withoutKeys(factsOfFile(parsed.value), exceptions)).toEqual(expected);
    if (!exceptions.includes('patientName')) {
      expect(outcome.summary).toMatchObject(summaryOfFile(parsed.value));
    }
    const elements = Object.keys(parsed.value.dataSet.elements).filter((tag) => !tag.startsWith('x0002'));
    if (!exceptions.includes('elementCount')) expect(elements).toHaveLength(file.elementCount ?? 0);
  });

  it.each(manifest.filter(({ expectedPatientName }) => expectedPatientName !== undefined))(
    '$path: the name to the last sign',
    (file) => {
      const outcome = readSummary(wholeHead(load(file)), file.path, inflateRaw);
      expect('summary' in outcome && outcome.summary.patientName).toBe(file.expectedPatientName);
    },
  );

  it.each(manifest.filter((file) => !file.readable && !READABLE_AFTER_ALL.includes(file.path)))(
    '$path is not readable',
    (file) => {
      const bytes = load(file);
      expect(['not-dicom', 'unreadable']).toContain(
        readSummary(wholeHead(bytes), file.path, inflateRaw).outcome,
      );
      expect(parsePart10(bytes, { where: file.path, inflateRaw }).ok).toBe(false);
    },
  );
});
