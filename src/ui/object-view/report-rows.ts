import type { ReportItem } from '../../dicom/objects/report-item';

/** A line of a report as it is shown: an item, or a container with the items that make up its text. */
export interface ReportLine {
  readonly item: ReportItem;
  /** None but of a container that is one text. */
  readonly text: readonly ReportItem[];
}

/** The lines in sight: of a container that is closed nothing follows. */
export function reportLines(
  items: readonly ReportItem[],
  closed: ReadonlySet<string>,
): readonly ReportLine[] {
  const lines: ReportLine[] = [];
  let hiddenBelow = Infinity;
  for (const [index, item] of items.entries()) {
    if (item.depth > hiddenBelow) continue;
    const text = textOf(items, index);
    const isClosed = closed.has(item.position);
    hiddenBelow = isClosed || text.length > 0 ? item.depth : Infinity;
    lines.push({ item, text: isClosed ? [] : text });
  }
  return lines;
}

/**
 * The items of a container that is to be read as one text (Continuity of Content, PS3.3 C.18.8). Many writers say so
 * of every container: it is one where there are words between the values, and nothing has items of its own.
 */
function textOf(items: readonly ReportItem[], index: number): readonly ReportItem[] {
  const container = items[index];
  if (container?.isContinuous !== true) return [];
  let end = index + 1;
  while ((items[end]?.depth ?? 0) > container.depth) end += 1;
  const inside = items.slice(index + 1, end);
  const isText = inside.every((item) => isPartOfText(item) && item.depth === container.depth + 1);
  const words = inside.filter(({ valueType }) => valueType === 'TEXT').length;
  return isText && words >= MIN_WORDS ? inside : [];
}

const MIN_WORDS = 2;

function isPartOfText({ valueType, relationship }: ReportItem): boolean {
  return relationship === 'CONTAINS' && /^(TEXT|CODE|NUM|PNAME|DATE|TIME|DATETIME)$/.test(valueType);
}

/** What stands between a part of a text and the one before it. */
export function spaceBefore(part: string): string {
  return /^[.,;:!?)\s]/.test(part) ? '' : ' ';
}

/** What is said of how an item belongs to the one around it; '' of its plain content. */
export function relationshipWords(relationship: string): string {
  return RELATIONSHIPS[relationship] ?? relationship.toLowerCase();
}

/** Relationship Types of PS3.3 C.17.3.2.4. */
const RELATIONSHIPS: Readonly<Record<string, string>> = {
  CONTAINS: '',
  'HAS OBS CONTEXT': 'observation context',
  'HAS ACQ CONTEXT': 'acquisition context',
  'HAS CONCEPT MOD': 'modifier',
  'HAS PROPERTIES': 'property',
  'INFERRED FROM': 'inferred from',
  'SELECTED FROM': 'selected from',
};

/** Values that are read as a text, under their name and not beside it. */
export function isLongText(value: string): boolean {
  return value.length > LONG_CHARACTERS || /[\n\r]/.test(value);
}

const LONG_CHARACTERS = 90;

/** A browser breaks lines at line feeds alone. */
export function withLineFeeds(value: string): string {
  return value.replace(/\r\n|\n\r|\r/g, '\n');
}
