import type { ArchiveId, FileId } from '../base/ids';
import { archiveOfFile } from '../base/ids';
import type { InstanceSummary } from '../dicom/summary';
import type { Instance, Series, SeriesPart } from './catalog-types';
import type { ImagePlane } from './image-plane';
import { partFactsOf, type PartFacts } from './part-facts';
import { seriesParts } from './series-parts';
import { sortInstances } from './sort-instances';

/** What is kept of one DICOM file of a series, duplicates included. */
export interface Member {
  readonly file: FileId;
  readonly instanceNumber: number;
  readonly plane: ImagePlane | null;
  readonly facts: PartFacts;
  readonly transferSyntaxUid: string;
  /** Inflated. */
  readonly bytes: number;
  readonly problems: number;
  /** Whether an earlier file of the series has its SOP Instance UID. */
  isDuplicate: boolean;
  /** Replaced when its position along the normal of the series is known. */
  instance: Instance;
}

/** The whole header summary of one file: kept for the first file of each archive alone. */
export interface Lead {
  readonly file: FileId;
  readonly summary: InstanceSummary;
}

/** A series while files are added to it. */
export interface SeriesDraft {
  readonly key: string;
  members: Member[];
  /** By SOP Instance UID: the member that is shown, the others are its duplicates. */
  readonly firsts: Map<string, Member>;
  readonly leads: Map<ArchiveId, Lead>;
  /** null after a change. */
  built: Series | null;
}

export function createSeriesDraft(key: string): SeriesDraft {
  return { key, members: [], firsts: new Map(), leads: new Map(), built: null };
}

export function createMember(
  file: FileId,
  summary: InstanceSummary,
  facts: { readonly bytes: number; readonly problems: number },
): Member {
  const { sopInstanceUid, instanceNumber, numberOfFrames } = summary;
  const partFacts = partFactsOf(summary);
  return {
    file,
    instanceNumber,
    plane: partFacts.plane,
    facts: partFacts,
    transferSyntaxUid: summary.transferSyntaxUid,
    bytes: facts.bytes,
    problems: facts.problems,
    isDuplicate: false,
    instance: {
      file,
      sopInstanceUid,
      instanceNumber,
      frames: numberOfFrames >= 1 ? numberOfFrames : 1,
      hasPixels: summary.hasPixelData === 1,
      rows: summary.rows,
      columns: summary.columns,
      position: NaN,
      timeSeconds: partFacts.timeSeconds,
    },
  };
}

/**
 * Adds a file and returns the one that turns out to be a duplicate, if any: of two with one SOP Instance UID the
 * later one by archive and entry, whichever came first. A file without that UID is nobody's duplicate.
 */
export function addMember(draft: SeriesDraft, member: Member): Member | null {
  draft.members.push(member);
  draft.built = null;
  const uid = member.instance.sopInstanceUid;
  const first = uid === '' ? undefined : draft.firsts.get(uid);
  const duplicate = first !== undefined && first.file < member.file ? member : (first ?? null);
  if (uid !== '' && duplicate !== member) draft.firsts.set(uid, member);
  if (duplicate !== null) duplicate.isDuplicate = true;
  return duplicate;
}

export function addLead(draft: SeriesDraft, lead: Lead): void {
  const archive = archiveOfFile(lead.file);
  const first = draft.leads.get(archive);
  if (first === undefined || lead.file < first.file) draft.leads.set(archive, lead);
}

/** The summary of the first file by archive and entry. */
export function leadOf(draft: SeriesDraft): Lead | null {
  return [...draft.leads.values()].reduce<Lead | null>(
    (a, b) => (a === null || b.file < a.file ? b : a),
    null,
  );
}

/** The series as it is now: its own facts from its first file by archive and entry. */
export function buildSeries(draft: SeriesDraft, lead: Lead, pathOf: (file: FileId) => string): Series {
  const duplicates = draft.members.filter(({ isDuplicate }) => isDuplicate);
  const shown = draft.members.filter(({ isDuplicate }) => !isDuplicate);
  const { rule, items } = sortInstances(shown, pathOf);
  const instances = items.map(({ item, position }) => placeInstance(item, position));
  // Left as sorted: the next sort, after some more files, has little to do.
  draft.members = [...items.map(({ item }) => item), ...duplicates];
  const { summary } = lead;
  let parts: readonly SeriesPart[] | null = null;
  return {
    key: draft.key,
    seriesInstanceUid: summary.seriesInstanceUid,
    seriesNumber: summary.seriesNumber,
    description: summary.seriesDescription,
    modality: summary.modality,
    bodyPart: summary.bodyPartExamined,
    protocolName: summary.protocolName,
    date: summary.seriesDate,
    time: summary.seriesTime,
    manufacturer: summary.manufacturer,
    model: summary.manufacturerModelName,
    institution: summary.institutionName,
    sopClassUid: summary.sopClassUid,
    transferSyntaxUids: [...new Set(items.map(({ item }) => item.transferSyntaxUid))],
    rows: summary.rows,
    columns: summary.columns,
    instances,
    get parts() {
      // Only of what is looked at: while a series grows, it is built again and again.
      return (parts ??= seriesParts(shown, { instances, sortRule: rule }, pathOf));
    },
    duplicates: duplicates.map(({ file }) => file).sort((a, b) => a - b),
    frames: sum(instances, ({ frames }) => frames),
    bytes: sum(draft.members, ({ bytes }) => bytes),
    problems: sum(draft.members, ({ problems }) => problems),
    sortRule: rule,
    hasPixels: instances.some(({ hasPixels }) => hasPixels),
  };
}

function placeInstance(member: Member, position: number): Instance {
  if (!Object.is(member.instance.position, position)) member.instance = { ...member.instance, position };
  return member.instance;
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
