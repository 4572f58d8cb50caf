/** An element by the handle that it has for tests. */
export function find(testId: string): HTMLElement {
  const element = findIfThere(testId);
  if (element === null) throw new Error(`no ${testId} on the page`);
  return element;
}

export function findIfThere(testId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-testid=${testId}]`);
}
