import { type Attributes, codeMeaning, itemsOf, startOfNumbers, textIn } from './attributes';
import type { ReportContent } from './object-face';
import type { ReportItem } from './report-item';
import { readItemValue } from './report-value';

/** A page of them is shown at a time, and nobody turns more pages than this. */
const MAX_ITEMS = 20_000;

/** An item that is still to be read, with its place. */
interface Waiting {
  readonly item: Attributes;
  readonly position: string;
  readonly depth: number;
}

/** The content tree below the root, in reading order. Trees may be as deep as their sequences can be read. */
export function readReportItems(root: Attributes): ReportContent {
  const items: ReportItem[] = [];
  const waiting = childrenOf({ item: root, position: '1', depth: -1 });
  let total = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    total += 1;
    if (items.length < MAX_ITEMS) items.push(readItem(next));
    for (const child of childrenOf(next)) waiting.push(child);
  }
  return { items: withTargets(items), total };
}

/** The last first, so that the first is taken next. */
function childrenOf({ item, position, depth }: Waiting): Waiting[] {
  return itemsOf(item, 'x0040a730')
    .map((child, index) => ({ item: child, position: `${position}.${String(index + 1)}`, depth: depth + 1 }))
    .reverse();
}

function readItem({ item, position, depth }: Waiting): ReportItem {
  const relationship = textIn(item, 'x0040a010');
  const missing = relationship === '' ? ['no Relationship Type'] : [];
  const target = startOfNumbers(item, 'x0040db73', 'UL', 1000).texts.join('.');
  const place = { position, depth, relationship };
  if (target !== '') return { ...place, valueType: '', name: '', value: '', target, missing };

  const valueType = textIn(item, 'x0040a040');
  const name = codeMeaning(item, 'x0040a043');
  const value = readItemValue(item, valueType);
  if (valueType === '') missing.push('no Value Type');
  if (name === '' && !isNameOptional(valueType)) missing.push('no Concept Name');
  const isContinuous = textIn(item, 'x0040a050') === 'CONTINUOUS';
  return {
    ...place,
    valueType,
    name,
    ...value,
    ...(isContinuous && { isContinuous }),
    missing: [...missing, ...value.missing],
  };
}

/** Required of the others (PS3.3 C.17.3.2, Concept Name Code Sequence). */
function isNameOptional(valueType: string): boolean {
  return /^(CONTAINER|IMAGE|COMPOSITE|WAVEFORM|SCOORD|SCOORD3D|TCOORD|)$/.test(valueType);
}

/** Items that stand for others get their names. */
function withTargets(items: readonly ReportItem[]): readonly ReportItem[] {
  if (!items.some(({ target }) => target !== undefined)) return items;
  const byPosition = new Map(items.map((item) => [item.position, item]));
  return items.map((item) => {
    if (item.target === undefined) return item;
    const found = byPosition.get(item.target);
    if (found !== undefined) return { ...item, name: found.name, value: found.value };
    const { target, ...rest } = item;
    return { ...rest, missing: [...item.missing, `no item ${target}`] };
  });
}
