import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { corpusDir, readManifest, type CorpusFile } from '../fixtures/corpus';
import { loadDictionary } from './dictionary';
import { readHeader } from './header';
import { toJsonModel, writeJsonModel } from './json-model';
import { parsePart10 } from './part10';

const MOST_FILES = 200;

/** What the manifest says differently, and why that is no fault here. */
const NAME_EXCEPTIONS: Readonly<Record<string, string>> = {
  'charset/derived-undeclared-utf8.dcm': 'undeclared bytes are read as Latin 1 there; they are UTF-8',
};

interface Attribute {
  readonly vr: string;
  readonly Value?: readonly unknown[];
}

/** The facts of the manifest, as the attributes that they are of, and their VR (PS3.6 table 6-1). */
const ATTRIBUTES = [
  ['sopClassUID', '00080016', 'UI'],
  ['sopInstanceUID', '00080018', 'UI'],
  ['modality', '00080060', 'CS'],
  ['patientID', '00100020', 'LO'],
  ['studyInstanceUID', '0020000D', 'UI'],
  ['seriesInstanceUID', '0020000E', 'UI'],
  ['seriesNumber', '00200011', 'IS'],
  ['instanceNumber', '00200013', 'IS'],
  ['samplesPerPixel', '00280002', 'US'],
  ['photometricInterpretation', '00280004', 'CS'],
  ['numberOfFrames', '00280008', 'IS'],
  ['rows', '00280010', 'US'],
  ['columns', '00280011', 'US'],
  ['bitsAllocated', '00280100', 'US'],
  ['bitsStored', '00280101', 'US'],
  ['highBit', '00280102', 'US'],
  ['pixelRepresentation', '00280103', 'US'],
] as const;

/** Alike whether a fact is null, absent or '' in the manifest. */
function expectedFacts(file: CorpusFile): Readonly<Record<string, unknown>> {
  const facts = file as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    ATTRIBUTES.map(([fact, tag]) => [tag, facts[fact] === '' ? null : (facts[fact] ?? null)]),
  );
}

function factsOf(json: Readonly<Record<string, Attribute>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(ATTRIBUTES.map(([, tag]) => [tag, json[tag]?.Value?.[0] ?? null]));
}

/** The name of the manifest, whose groups are parted by `=`, as PS3.18 F.2.2 has it; null where it is empty. */
function expectedName({ expectedPatientName, patientName }: CorpusFile): unknown {
  const groups = (expectedPatientName ?? patientName ?? '').split('=').map((group) => group.trim());
  const named = groups.map(
    (group, index) => [['Alphabetic', 'Ideographic', 'Phonetic'][index], group] as const,
  );
  const present = named.filter(([, group]) => group !== '');
  return present.length === 0 ? null : Object.fromEntries(present);
}

function inflateRaw(bytes: Uint8Array): Result<Uint8Array> {
  try {
    return ok(new Uint8Array(inflateRawSync(bytes)));
  } catch {
    return err(problem('entry-data-damaged', '', { reason: '' }));
  }
}

/** Every so many, so that all folders are among them. */
function sample(files: readonly CorpusFile[]): readonly CorpusFile[] {
  const step = Math.max(1, files.length / MOST_FILES);
  const count = Math.min(files.length, MOST_FILES);
  return Array.from({ length: count }, (_, index) => files[Math.floor(index * step)]).filter(
    (file) => file !== undefined,
  );
}

const dir = corpusDir();
// What tools make of malformed files is not one.
const readable = (dir === null ? [] : readManifest(dir)).filter(
  ({ readable: isReadable, path }) => isReadable && !path.startsWith('malformed/'),
);
const dictionary = await loadDictionary();

describe.skipIf(dir === null)('the DICOM JSON Model of the corpus', () => {
  it.each(sample(readable).map((file) => [file.path, file] as const))('%s', (path, file) => {
    const bytes = new Uint8Array(readFileSync(join(dir ?? '', path)));
    const parsed = parsePart10(bytes, { where: path, inflateRaw });
    if (!parsed.ok) expect.unreachable(parsed.error.code);
    const model = toJsonModel(parsed.value, readHeader(parsed.value, dictionary, path), { bulkData: 'omit' });
    const json = JSON.parse([...writeJsonModel(model)].join('')) as Record<string, Attribute>;
    expect(factsOf(json)).toEqual(expectedFacts(file));
    if (!Object.hasOwn(NAME_EXCEPTIONS, path)) {
      expect(json['00100010']?.Value?.[0] ?? null).toEqual(expectedName(file));
    }
    for (const [, tag, vr] of ATTRIBUTES) expect(json[tag]?.vr ?? vr, tag).toBe(vr);
    expect(json['00100010']?.vr ?? 'PN').toBe('PN');
  });
});
