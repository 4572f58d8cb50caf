// What a straightforward inspector does: the whole archive into memory, every entry inflated whole and parsed
// whole, one after the other, on the main thread. It has the app's handles, so that one script measures both.
import JSZip from 'jszip';
import { assert } from '../../src/base/assert';
import { parseInstance } from './instance';
import { SeriesTable } from './series-table';

const page = document.body;
const progress = element(HTMLElement, '#progress');
const table = new SeriesTable(element(HTMLTableSectionElement, '#series'));
const input = element(HTMLInputElement, 'input');

input.addEventListener('change', () => {
  const file = input.files?.[0];
  if (file !== undefined) open(file).catch(fail);
});

async function open(file: File): Promise<void> {
  page.dataset['phase'] = 'scanning';
  const zip = await JSZip.loadAsync(file);
  const entries = Object.values(zip.files).filter(({ dir }) => !dir);
  let inflatedBytes = 0;
  for (const [index, entry] of entries.entries()) {
    const bytes = await entry.async('uint8array');
    inflatedBytes += bytes.length;
    const instance = parseInstance(bytes);
    if (instance !== null) table.add(instance);
    progress.textContent = `${index + 1} of ${entries.length} files`;
  }
  page.dataset['inflatedBytes'] = String(inflatedBytes);
  showCounts({ entries: entries.length, ...table.counts() });
  page.dataset['phase'] = 'ready';
}

function showCounts(counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) {
    const line = document.createElement('p');
    line.dataset['testid'] = `count-${name}`;
    line.dataset['value'] = String(count);
    line.textContent = `${count} ${name}`;
    page.append(line);
  }
}

function fail(error: unknown): void {
  progress.dataset['testid'] = 'problem';
  progress.textContent = String(error);
  page.dataset['phase'] = 'failed';
}

function element<Kind extends HTMLElement>(kind: new () => Kind, selector: string): Kind {
  const found = document.querySelector(selector);
  assert(found instanceof kind, `the page has ${selector}`);
  return found;
}
