import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { entryAt } from '../archive/entry-table';
import { createInflater } from '../archive/inflater';
import { openContainer } from '../archive/open-container';
import type { ArchiveSpec } from '../archive/source-spec';
import { assert } from '../base/assert';
import { toArchiveId, toFileId } from '../base/ids';
import { loadDictionary } from '../dicom/dictionary';
import type { HeaderForm } from '../export/header-writer';
import { writePart10 } from '../fixtures/dicom-writer';
import { buildZip, type ZipMember } from '../fixtures/zip-writer';
import { exportHeaders } from './export-headers';
import type { ExportedHeaders } from './protocol';

const wasm = createRequire(import.meta.url).resolve('zlib-streams/zlib-streams.wasm');
const inflater = await createInflater(new Uint8Array(readFileSync(wasm)));
const dictionary = await loadDictionary();

const ARCHIVE = toArchiveId(0);
const DUMP: HeaderForm = { format: 'dump', bulkData: 'omit' };
const JSON_MODEL: HeaderForm = { format: 'json', bulkData: 'omit' };

function instance(number: number, bytes = 0): Uint8Array {
  return writePart10([
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'],
    [0x00080018, 'UI', `2.25.${String(number)}`],
    [0x00200013, 'IS', number],
    [0x00420011, 'OB', new Uint8Array(bytes)],
  ]);
}

async function exportAll(
  members: readonly ZipMember[],
  form: HeaderForm,
  { signal, onText }: { signal?: AbortSignal; onText?: (piece: ExportedHeaders) => void } = {},
) {
  const blobs = [new Blob([buildZip(members)])];
  const archive: ArchiveSpec = { source: { kind: 'blobs', name: 'a.zip', blobs, start: 0 }, passwords: [] };
  const container = await openContainer(archive, inflater);
  assert(container.ok, 'the archive opens');
  const { table } = container.value;
  const instances = Array.from({ length: table.count }, (_, index) => ({
    file: toFileId(ARCHIVE, index),
    archive,
    entry: entryAt(table, index),
  }));
  const pieces: ExportedHeaders[] = [];
  const result = await exportHeaders({
    instances,
    form,
    dictionary,
    inflater,
    signal: signal ?? new AbortController().signal,
    onText: (piece) => {
      pieces.push(piece);
      onText?.(piece);
    },
  });
  return { result, pieces, text: pieces.map(({ text }) => text).join('') };
}

const SERIES: readonly ZipMember[] = [
  { name: 'CT/IM1', content: instance(1) },
  { name: 'CT/Müller #2', content: instance(2) },
];
/** Group 0002 says that there is a data set, of which nothing is left. */
const CUT: ZipMember = { name: 'CT/cut', content: instance(3).subarray(0, 180) };

describe('the headers of a series', () => {
  it('are one array of objects as JSON', async () => {
    const { text, result } = await exportAll(SERIES, JSON_MODEL);
    expect(JSON.parse(text)).toEqual([
      expect.objectContaining({ '00080018': { vr: 'UI', Value: ['2.25.1'] } }),
      expect.objectContaining({ '00080018': { vr: 'UI', Value: ['2.25.2'] } }),
    ]);
    expect(result).toEqual({ ok: true, value: [] });
  });

  it('have the path of their file before each as a dump; of one file alone its reader knows it', async () => {
    const { text } = await exportAll(SERIES, DUMP);
    const lines = text.split('\n');
    expect(lines.filter((line) => line.startsWith('# CT/'))).toEqual(['# CT/IM1', '# CT/Müller #2']);
    expect(lines.filter((line) => line.startsWith('(0020,0013)'))).toEqual([
      '(0020,0013) IS [1]                                      #   2, 1 InstanceNumber',
      '(0020,0013) IS [2]                                      #   2, 1 InstanceNumber',
    ]);
    expect(lines.indexOf('# CT/Müller #2')).toBeGreaterThan(
      lines.findIndex((line) => line.includes('[2.25.1]')),
    );
    expect((await exportAll(SERIES.slice(0, 1), DUMP)).text).not.toContain('IM1');
  });

  it('say in its place that a file cannot be read, and go on', async () => {
    const members = [...SERIES.slice(0, 1), CUT, ...SERIES.slice(1)];
    const dump = await exportAll(members, DUMP);
    expect(dump.text).toMatch(/\n# CT\/cut\n# dicom-unreadable: offset \d+, reason .+\n\n# CT\/Müller #2\n/);
    expect(dump.result).toMatchObject({ ok: true, value: [{ code: 'dicom-unreadable', where: 'CT/cut' }] });

    const json = await exportAll(members, JSON_MODEL);
    expect(JSON.parse(json.text)).toEqual([
      expect.objectContaining({ '00200013': { vr: 'IS', Value: [1] } }),
      {
        '00000902': { vr: 'LO', Value: [expect.stringMatching(/^Not read: dicom-unreadable: .{1,36}$/)] },
        '00081190': { vr: 'UR', Value: ['CT/cut'] },
      },
      expect.objectContaining({ '00200013': { vr: 'IS', Value: [2] } }),
    ]);
  });

  it('say of a file that is cut where, before what is left of it', async () => {
    const cut = instance(5, 40).subarray(0, -10);
    const { text } = await exportAll([...SERIES, { name: 'CT/short', content: cut }], DUMP);
    expect(text).toMatch(/# CT\/short\n# dicom-truncated: offset \d+, tag \(0042,0011\).*\n/);
    expect(text).toContain('(0020,0013) IS [5] ');
  });

  it('come in pieces, so that no more than one of them is held', async () => {
    const large: ZipMember = { name: 'CT/large', content: instance(9, 3 << 20) };
    const { pieces, text } = await exportAll([large, large, ...SERIES], {
      format: 'json',
      bulkData: 'inline',
    });
    // Base64 of 3 MB is 4 MB; what has been written of one is sent before the next.
    const longest = Math.max(...pieces.map((piece) => piece.text.length));
    expect(longest).toBeLessThan(4.5 * 2 ** 20);
    expect(pieces.at(-1)?.instancesDone).toBe(4);
    expect(JSON.parse(text)).toHaveLength(4);
  });

  it('end when they are cancelled', async () => {
    const controller = new AbortController();
    const large: ZipMember = { name: 'CT/large', content: instance(9, 3 << 20) };
    const { result, text } = await exportAll(
      [large, ...SERIES],
      { format: 'json', bulkData: 'inline' },
      { signal: controller.signal, onText: () => controller.abort() },
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(text).not.toContain('"2.25.1"');
  });
});
