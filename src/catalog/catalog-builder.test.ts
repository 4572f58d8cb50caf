import { describe, expect, it } from 'vitest';
import { toArchiveId, toFileId } from '../base/ids';
import { problem } from '../base/problem';
import type { InstanceSummary } from '../dicom/summary';
import { axialPlane, buildSummary } from '../fixtures/summaries';
import { CatalogBuilder } from './catalog-builder';
import type { Patient, Series } from './catalog-types';
import type { ArchiveListing, ScanRow } from './file-columns';

const FIRST = toArchiveId(0);
const SECOND = toArchiveId(1);
const BYTES_EACH = 100;

/** A name that ends in `/` is a directory. */
function listing(names: readonly string[]): ArchiveListing {
  const encoded = names.map((name) => new TextEncoder().encode(name));
  const nameStarts = new Uint32Array(names.length + 1);
  encoded.forEach((name, index) => {
    nameStarts[index + 1] = (nameStarts[index] ?? 0) + name.length;
  });
  return {
    count: names.length,
    names: Uint8Array.from(encoded.flatMap((name) => [...name])),
    nameStarts,
    bytes: new Float64Array(names.length).fill(BYTES_EACH),
    isDirectory: Uint8Array.from(names, (name) => Number(name.endsWith('/'))),
  };
}

function row(entryIndex: number, given: Partial<InstanceSummary>, rest: Partial<ScanRow> = {}): ScanRow {
  const summary = buildSummary({
    patientId: 'P',
    studyInstanceUid: '1.1',
    seriesInstanceUid: '1.1.1',
    ...given,
  });
  return { entryIndex, kind: 'dicom', state: 'shown', summary, problems: [], ...rest };
}

function build(rows: readonly ScanRow[]): CatalogBuilder {
  const catalog = new CatalogBuilder();
  catalog.addArchive(FIRST, listing(rows.map((_, index) => `IM${index}`)));
  catalog.add(FIRST, rows);
  return catalog;
}

/** All series of a catalog, patient by patient and study by study. */
function seriesOf(catalog: CatalogBuilder): readonly Series[] {
  return catalog.snapshot().patients.flatMap(({ studies }) => studies.flatMap(({ series }) => series));
}

function filesOf(series: Series | undefined): readonly number[] | undefined {
  return series?.instances.map(({ file }) => file);
}

describe('grouping', () => {
  it('keeps spelling variants of a name under one Patient ID together, padding aside', () => {
    const catalog = build([
      row(0, { patientId: 'VAR', patientName: 'Doe^Jane' }),
      row(1, { patientId: 'VAR ', patientName: 'DOE^JANE' }),
      row(2, { patientId: 'VAR\0', patientName: 'Doe^Jane^^' }),
    ]);
    expect(catalog.snapshot().counts).toEqual({ patients: 1, studies: 1, series: 1, instances: 3 });
    expect(catalog.snapshot().patients[0]).toMatchObject({ patientId: 'VAR', name: 'Doe^Jane' });
  });

  it('goes by the name where the Patient ID is empty; nameless files are one patient', () => {
    const catalog = build([
      row(0, { patientId: '', patientName: 'Roe^Richard' }),
      row(1, { patientId: '', patientName: 'Roe^Richard^^' }),
      row(2, { patientId: '', patientName: 'Poe^Paula' }),
      row(3, { patientId: '', studyInstanceUid: '1.2' }),
      row(4, { patientId: '', studyInstanceUid: '1.3' }),
    ]);
    const names = catalog.snapshot().patients.map(({ name, studies }) => [name, studies.length]);
    expect(names).toEqual([
      ['', 2],
      ['Poe^Paula', 1],
      ['Roe^Richard', 1],
    ]);
  });

  it('does not take a name for an ID', () => {
    const catalog = build([row(0, { patientId: 'X' }), row(1, { patientId: '', patientName: 'X' })]);
    expect(catalog.snapshot().counts.patients).toBe(2);
  });

  it('gives each of two patients a study of their own for one Study Instance UID', () => {
    const catalog = build([row(0, { patientId: 'A' }), row(1, { patientId: 'B' })]);
    expect(catalog.snapshot().counts).toEqual({ patients: 2, studies: 2, series: 2, instances: 2 });
    expect(new Set(seriesOf(catalog).map(({ key }) => key)).size).toBe(2);
  });

  it('groups files without UIDs by what the study and the series say of themselves', () => {
    const noUids = { studyInstanceUid: '', seriesInstanceUid: '', studyDate: '20240102', modality: 'CT' };
    const catalog = build([
      row(0, { ...noUids, seriesNumber: 1 }),
      row(1, { ...noUids, seriesNumber: 1 }),
      row(2, { ...noUids, seriesNumber: 2 }),
      row(3, { ...noUids, studyDate: '20240103', seriesNumber: 1 }),
    ]);
    expect(catalog.snapshot().counts).toEqual({ patients: 1, studies: 2, series: 3, instances: 4 });
  });

  it('takes a fact that the first file leaves out from the next series', () => {
    const catalog = build([
      row(0, { seriesInstanceUid: '1.1.9', modality: 'SR' }),
      row(1, { studyDescription: 'CT Abdomen', patientSex: 'F' }),
    ]);
    expect(catalog.snapshot().patients[0]).toMatchObject({
      sex: 'F',
      studies: [{ description: 'CT Abdomen' }],
    });
  });

  it('leaves out DICOMDIR, unreadable files and what is not DICOM', () => {
    const catalog = build([
      row(0, {}, { kind: 'dicomdir', state: 'headerOnly' }),
      row(1, {}, { state: 'unreadable' }),
      row(2, {}, { kind: 'text', state: 'notDicom', summary: null }),
      row(3, {}, { state: 'headerOnly' }),
    ]);
    expect(catalog.snapshot().counts.instances).toBe(1);
    expect(filesOf(seriesOf(catalog)[0])).toEqual([3]);
  });
});

describe('order', () => {
  it('sorts patients by name then ID, studies by time, series by number, then time, then description', () => {
    const names = (patients: readonly Patient[]): unknown =>
      patients.map(({ patientId, studies }) => [
        patientId,
        studies.map(({ date, series }) => [date, series.map(({ description }) => description)]),
      ]);
    const early = { studyInstanceUid: '9', studyDate: '20230101', studyTime: '0915' };
    const late = { studyInstanceUid: '1', studyDate: '20230101', studyTime: '101500' };
    const catalog = build([
      row(0, { patientId: 'P10', patientName: 'Roe' }),
      row(1, {
        patientId: 'P2',
        patientName: 'Roe',
        ...late,
        seriesInstanceUid: 'a',
        seriesDescription: 'none',
      }),
      row(2, {
        patientId: 'P2',
        ...late,
        seriesInstanceUid: 'b',
        seriesNumber: 10,
        seriesDescription: 'ten',
      }),
      row(3, {
        patientId: 'P2',
        ...late,
        seriesInstanceUid: 'c',
        seriesNumber: 2,
        seriesDescription: 'two b',
      }),
      row(4, {
        patientId: 'P2',
        ...late,
        seriesInstanceUid: 'd',
        seriesNumber: 2,
        seriesDescription: 'two a',
      }),
      row(5, {
        patientId: 'P2',
        ...late,
        seriesInstanceUid: 'e',
        seriesNumber: 2,
        seriesTime: '1200',
        seriesDescription: 'later',
      }),
      row(6, { patientId: 'P2', ...early, seriesDescription: 'first' }),
      row(7, { patientId: 'P0', patientName: 'Zoe' }),
    ]);
    expect(names(catalog.snapshot().patients)).toEqual([
      [
        'P2',
        [
          ['20230101', ['first']],
          ['20230101', ['two a', 'two b', 'later', 'ten', 'none']],
        ],
      ],
      ['P10', [['', ['']]]],
      ['P0', [['', ['']]]],
    ]);
  });

  it('shows instances by geometry, with their positions and the rule', () => {
    const [series] = seriesOf(
      build([row(0, axialPlane(9)), row(1, axialPlane(-3)), row(2, { ...axialPlane(4), numberOfFrames: 5 })]),
    );
    expect(filesOf(series)).toEqual([1, 2, 0]);
    expect(series?.instances.map(({ position }) => position)).toEqual([-3, 4, 9]);
    expect(series).toMatchObject({ sortRule: 'geometry', frames: 7, bytes: 3 * BYTES_EACH, hasPixels: true });
  });

  it('reads paths for the last tie', () => {
    const catalog = new CatalogBuilder();
    catalog.addArchive(FIRST, listing(['b/IM10', 'b/IM9', 'ä/IM1']));
    catalog.add(FIRST, [row(0, {}), row(1, {}), row(2, {})]);
    expect(filesOf(seriesOf(catalog)[0])).toEqual([2, 1, 0]);
    expect(seriesOf(catalog)[0]?.sortRule).toBe('path');
  });
});

describe('duplicates', () => {
  const rows = [
    row(0, { sopInstanceUid: 'x', instanceNumber: 1 }),
    row(1, { sopInstanceUid: 'x', instanceNumber: 2 }),
    row(2, { sopInstanceUid: 'y', instanceNumber: 3 }),
    row(3, { sopInstanceUid: 'x', instanceNumber: 4 }),
    row(4, { sopInstanceUid: '', instanceNumber: 5 }),
    row(5, { sopInstanceUid: '', instanceNumber: 6 }),
    row(6, { sopInstanceUid: 'x', seriesInstanceUid: 'another', instanceNumber: 7 }),
  ];

  it('keeps the first file of an archive and counts the others, without a UID or in another series none', () => {
    const catalog = build(rows);
    const [series, another] = seriesOf(catalog);
    expect(filesOf(series)).toEqual([0, 2, 4, 5]);
    expect(series?.duplicates).toEqual([1, 3]);
    expect(filesOf(another)).toEqual([6]);
    expect(catalog.snapshot().counts.instances).toBe(7);
    expect(catalog.ledger().byState).toMatchObject({
      shown: { entries: 5, bytes: 5 * BYTES_EACH },
      duplicate: { entries: 2, bytes: 2 * BYTES_EACH },
    });
    expect([0, 1, 3].map((index) => catalog.stateOf(toFileId(FIRST, index)))).toEqual([
      'shown',
      'duplicate',
      'duplicate',
    ]);
  });

  it('is the same whatever the order of arrival', () => {
    const expected = build(rows);
    const orders = [
      [6, 5, 4, 3, 2, 1, 0],
      [3, 0, 6, 1, 5, 2, 4],
      [1, 3, 0, 2, 4, 6, 5],
    ];
    for (const order of orders) {
      const catalog = new CatalogBuilder();
      catalog.addArchive(FIRST, listing(rows.map((_, index) => `IM${index}`)));
      for (const index of order) {
        catalog.add(
          FIRST,
          rows.filter(({ entryIndex }) => entryIndex === index),
        );
        catalog.snapshot();
      }
      expect(catalog.snapshot()).toEqual(expected.snapshot());
      expect(catalog.ledger()).toEqual(expected.ledger());
    }
  });
});

describe('ledger', () => {
  it('counts every entry but directories once; what is not scanned yet is in no state', () => {
    const catalog = new CatalogBuilder();
    catalog.addArchive(FIRST, listing(['a/', 'a/1', 'a/2', 'a/readme.txt', 'a/4']));
    const unreadable = problem('entry-encrypted', 'a/2', {});
    catalog.add(FIRST, [
      row(1, {}),
      row(2, {}, { state: 'unreadable', kind: 'other', summary: null, problems: [unreadable] }),
      row(3, {}, { state: 'notDicom', kind: 'text', summary: null }),
    ]);
    const before = catalog.ledger();
    expect(before).toMatchObject({ entries: 4, bytes: 4 * BYTES_EACH });
    expect(before.byState).toMatchObject({
      shown: { entries: 1 },
      unreadable: { entries: 1, bytes: BYTES_EACH },
      notDicom: { entries: 1 },
      skipped: { entries: 0, bytes: 0 },
    });
    expect(catalog.stateOf(toFileId(FIRST, 4))).toBe('pending');
    expect(catalog.kindOf(toFileId(FIRST, 4))).toBeNull();
    expect(catalog.kindOf(toFileId(FIRST, 3))).toBe('text');
    expect(catalog.problemsOf(toFileId(FIRST, 2))).toEqual([unreadable]);
    expect(catalog.problemCount()).toBe(1);
  });

  it('skips the rest when a scan ends, and then takes no more rows', () => {
    const catalog = new CatalogBuilder();
    catalog.addArchive(FIRST, listing(['1', '2', '3']));
    catalog.add(FIRST, [row(0, {})]);
    const cancelled = problem('cancelled', '', {});
    catalog.skipPending(FIRST, cancelled);
    catalog.add(FIRST, [row(1, {})]);
    expect(catalog.ledger().byState).toMatchObject({ shown: { entries: 1 }, skipped: { entries: 2 } });
    expect(catalog.problemsOf(toFileId(FIRST, 1))).toEqual([cancelled]);
    expect(catalog.problemsOf(toFileId(FIRST, 0))).toEqual([]);
    expect(catalog.snapshot().counts.instances).toBe(1);
    expect(catalog.problemCount()).toBe(0);
  });

  it('gives the figures of one archive or of all', () => {
    const catalog = new CatalogBuilder();
    catalog.addArchive(FIRST, listing(['1', '2']));
    catalog.addArchive(SECOND, listing(['1']));
    expect([catalog.ledger(FIRST).entries, catalog.ledger(SECOND).entries, catalog.ledger().entries]).toEqual(
      [2, 1, 3],
    );
  });
});

describe('removeArchive', () => {
  it('forgets the archive, and shows what was a duplicate of it', () => {
    const catalog = new CatalogBuilder();
    catalog.addArchive(FIRST, listing(['1', '2']));
    catalog.addArchive(SECOND, listing(['1', '2']));
    catalog.add(SECOND, [
      row(0, { sopInstanceUid: 'x', seriesDescription: 'second' }),
      row(1, { sopInstanceUid: 'x' }),
    ]);
    catalog.add(FIRST, [
      row(0, { sopInstanceUid: 'x', seriesDescription: 'first' }),
      row(1, { patientId: 'Q' }),
    ]);
    expect(catalog.snapshot().counts).toEqual({ patients: 2, studies: 2, series: 2, instances: 4 });
    expect(seriesOf(catalog)[0]).toMatchObject({
      description: 'first',
      duplicates: [0, 1].map((entry) => toFileId(SECOND, entry)),
    });

    catalog.removeArchive(FIRST);
    expect(catalog.snapshot().counts).toEqual({ patients: 1, studies: 1, series: 1, instances: 2 });
    expect(seriesOf(catalog)[0]).toMatchObject({ description: 'second', duplicates: [toFileId(SECOND, 1)] });
    expect(filesOf(seriesOf(catalog)[0])).toEqual([toFileId(SECOND, 0)]);
    expect(catalog.stateOf(toFileId(SECOND, 0))).toBe('shown');
    expect(catalog.stateOf(toFileId(SECOND, 1))).toBe('duplicate');
    expect(catalog.ledger()).toMatchObject({ entries: 2, byState: { shown: { entries: 1 } } });

    catalog.removeArchive(SECOND);
    expect(catalog.snapshot()).toEqual(new CatalogBuilder().snapshot());
  });

  it('ignores rows that arrive after it', () => {
    const catalog = build([row(0, {})]);
    catalog.removeArchive(FIRST);
    catalog.add(FIRST, [row(0, {})]);
    expect(catalog.snapshot().counts.instances).toBe(0);
  });
});

describe('snapshot', () => {
  it('is the same object until something changes, and then only what changed is new', () => {
    const catalog = new CatalogBuilder();
    catalog.addArchive(FIRST, listing(['1', '2', '3', '4']));
    catalog.add(FIRST, [row(0, {}), row(1, { seriesInstanceUid: '1.1.2' }), row(2, { patientId: 'Q' })]);
    const before = catalog.snapshot();
    expect(catalog.snapshot()).toBe(before);

    catalog.add(FIRST, [row(3, { seriesInstanceUid: '1.1.2' })]);
    const after = catalog.snapshot();
    expect(after).not.toBe(before);
    expect(before.counts.instances).toBe(3);
    expect(after.counts.instances).toBe(4);
    expect(after.patients[0]?.studies[0]?.series[0]).toBe(before.patients[0]?.studies[0]?.series[0]);
    expect(after.patients[0]?.studies[0]?.series[1]).not.toBe(before.patients[0]?.studies[0]?.series[1]);
    expect(before.patients[0]?.studies[0]?.series[1]?.instances).toHaveLength(1);
    expect(after.patients[1]).toBe(before.patients[1]);
  });
});

describe('what is found after the scan', () => {
  const deviation = problem('dicom-deviation', 'IM0', {
    offset: 8,
    tag: '(0004,1220)',
    path: '00041220',
    reason: 'odd',
  });
  const missing = (count: number) =>
    problem('dicomdir-missing', 'IM0', { listed: 9, missing: count, examples: ['A'] });

  it('is added to the problems of a file, in place of what it replaces', () => {
    const catalog = build([row(0, {}, { kind: 'dicomdir', problems: [deviation] })]);
    const file = toFileId(FIRST, 0);
    catalog.addProblems(file, [missing(2)], ['dicomdir-missing']);
    catalog.addProblems(file, [missing(1)], ['dicomdir-missing']);
    expect(catalog.problemsOf(file)).toEqual([deviation, missing(1)]);
    catalog.addProblems(file, [], ['dicomdir-missing', 'dicom-deviation']);
    expect(catalog.problemsOf(file)).toEqual([]);
    expect(catalog.problemCount()).toBe(0);
  });

  it('is ignored of an archive that is closed', () => {
    const catalog = build([row(0, {})]);
    catalog.removeArchive(FIRST);
    catalog.addProblems(toFileId(FIRST, 0), [deviation]);
    expect(catalog.problemCount()).toBe(0);
  });
});

describe('the SOP Instance UIDs of an archive', () => {
  it('are those of its DICOM files, duplicates included', () => {
    const catalog = build([row(0, { sopInstanceUid: '1.7' }), row(1, { sopInstanceUid: '1.8' })]);
    catalog.addArchive(SECOND, listing(['again', 'text', 'odd']));
    catalog.add(SECOND, [
      row(0, { sopInstanceUid: '1.7' }),
      row(1, {}, { kind: 'text', state: 'notDicom', summary: null }),
      row(2, { sopInstanceUid: '', patientId: 'Q' }),
    ]);
    expect(catalog.sopInstanceUids(SECOND)).toEqual(['1.7', '', '']);
    expect(catalog.sopInstanceUids(FIRST)).toEqual(['1.7', '1.8']);
  });
});
