import type { Locator, Page } from '@playwright/test';
import { expect } from './glovebox-test';
import { tabTo } from './keyboard';

export function findingsList(page: Page): Locator {
  return page.getByRole('treegrid', { name: 'Findings' });
}

export function verdictLine(page: Page): Locator {
  return page.getByTestId('verdict').getByRole('status');
}

/** Until the checks have gone over all that there is, inside of whole files too. */
export async function reviewDone(page: Page): Promise<void> {
  await expect(verdictLine(page)).toContainText('stop this transfer', { timeout: 30_000 });
  await expect(page.getByTestId('verdict')).not.toContainText('looked into');
}

/** How many findings stop the transfer, and how many more are to be checked. */
export async function readVerdict(page: Page): Promise<readonly [number, number]> {
  const text = (await verdictLine(page).textContent()) ?? '';
  const [, stopping, toCheck] = /^(\d+) findings stop this transfer; (\d+) more to check\./.exec(text) ?? [];
  return [Number(stopping), Number(toCheck)];
}

/** The header bar and the tab of the findings say the same. */
export async function expectRemaining(page: Page, count: number): Promise<void> {
  await expect(page.getByTestId('findings-count')).toHaveAttribute('data-value', String(count));
  await expect(page.getByRole('tab', { name: /^Findings/ })).toHaveText(`Findings ${String(count)}`);
}

/** From the first row: closes every group, opens it again, and adds up what each says is to decide. */
export async function sumOfGroups(page: Page): Promise<number> {
  const focused = findingsList(page).locator('[role=row]:focus');
  const groups = Number(await focused.getAttribute('aria-setsize'));
  let sum = 0;
  for (let at = 1; at <= groups; at += 1) {
    await expect(focused).toHaveAttribute('aria-posinset', String(at));
    await expect(focused).toHaveAttribute('aria-level', '1');
    const [, toDecide = 0] = /(\d+) to decide/.exec((await focused.textContent()) ?? '') ?? [];
    sum += Number(toDecide);
    await page.keyboard.press('ArrowLeft');
    await expect(focused).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('ArrowDown');
  }
  for (let at = groups; at >= 1; at -= 1) {
    await expect(focused).toHaveAttribute('aria-posinset', String(at));
    await page.keyboard.press('ArrowRight');
    await expect(focused).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowUp');
  }
  return sum;
}

/** From the list, by its filter; the first finding with a text gets the focus. */
export async function goToFinding(page: Page, text: string): Promise<Locator> {
  const filter = page.getByRole('searchbox', { name: 'Filter findings' });
  await tabTo(page, filter, 'Shift+Tab');
  await page.keyboard.press('Escape');
  await page.keyboard.type(text);
  const finding = page.getByTestId('finding').filter({ hasText: text }).first();
  await expect(findingsList(page).getByRole('row').nth(1)).toContainText(text);
  await expect(filter).toHaveValue(text);
  await page.keyboard.press('ArrowDown');
  await expect(findingsList(page).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(finding).toBeFocused();
  return finding;
}
