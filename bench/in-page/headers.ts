import { painted } from './frames';
import { find } from './handles';

/** Clicks a series; ms until the header pane shows another header than before. */
export async function openHeader(row: number): Promise<number> {
  const before = sopInstanceUid();
  const startMs = performance.now();
  document.querySelectorAll<HTMLElement>('[data-testid=series-row]')[row]?.click();
  await painted(() => sopInstanceUid() !== before);
  return performance.now() - startMs;
}

/** Writes into the header's search; ms until the number of rows is another. */
export async function searchHeader(text: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('input[aria-label="Search the header"]');
  if (input === null) throw new Error('no search');
  const before = rowCount();
  const startMs = performance.now();
  // React listens to what the element itself says of its value.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await painted(() => rowCount() !== before);
  return performance.now() - startMs;
}

function sopInstanceUid(): string | undefined {
  return document.querySelector<HTMLElement>('[data-testid=header-row][data-path="00080018"]')?.innerText;
}

function rowCount(): string | null | undefined {
  return find('header-row').closest('[role=treegrid]')?.getAttribute('aria-rowcount');
}
