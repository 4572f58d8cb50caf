import type { Locator, Page } from '@playwright/test';
import { expect } from './glovebox-test';

/** Presses Tab until one of the elements has the focus, as often as there may be controls before it. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    await focusSettled(page);
    const hasFocus = await target.evaluateAll((elements) =>
      elements.some((element) => element === document.activeElement),
    );
    if (hasFocus) return;
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}

interface Focus {
  /** The same for the same element. */
  readonly id: string;
  readonly role: string;
  readonly name: string;
  /** Whether it looks different from when it has no focus. */
  readonly isMarked: boolean;
}

/** Goes round with Tab once; every control that it stops at has a name, and shows that it has the focus. */
export async function expectControlsMarked(page: Page, least: number): Promise<void> {
  const seen = new Map<string, string>();
  const unmarked: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    await focusSettled(page);
    const focus = await describeFocus(page);
    if (focus === null || seen.has(focus.id)) break;
    seen.set(focus.id, focus.name);
    if (!focus.isMarked) unmarked.push(`${focus.role} ${focus.name}`);
  }
  expect(seen.size).toBeGreaterThanOrEqual(least);
  expect([...seen].filter(([, name]) => name === '')).toEqual([]);
  expect(unmarked).toEqual([]);
}

/** From the end of a dialog, the focus goes to its start with the next frame. */
async function focusSettled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
}

/** What has the focus; null: nothing in the page. */
async function describeFocus(page: Page): Promise<Focus | null> {
  const place = await page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const path: number[] = [];
    for (let at: Element = element; at.parentElement !== null; at = at.parentElement) {
      path.unshift([...at.parentElement.children].indexOf(at));
    }
    const lookOf = (): string => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } =
        getComputedStyle(element);
      const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth}`;
      return [outline, boxShadow, borderColor, backgroundColor].join(';');
    };
    const focused = lookOf();
    element.blur();
    const blurred = lookOf();
    element.focus({ focusVisible: true });
    return { id: path.join('.'), isMarked: focused !== blurred };
  });
  if (place === null) return null;
  const [line = ''] = (await page.locator(':focus').ariaSnapshot()).split('\n');
  // `- button "Sealed"`, `- searchbox "Filter": text`, `- 'button "Overlay: all"'`
  const [, role = '', name = ''] = /^- '?(\w+)(?: "((?:[^"\\]|\\.)*)")?/.exec(line) ?? [];
  return { ...place, role, name };
}
