import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Of WCAG 2.0 and 2.1, levels A and AA: names, roles, contrast, order. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** Fails with what axe finds wrong with the page, or with what a selector leads to. */
export async function expectAccessible(page: Page, selector = ':root'): Promise<void> {
  // The debugger's way in: the page's policy lets no other script in, and this is none of the page's.
  await page.evaluate(SOURCE);
  const { violations } = await page.evaluate(
    ([context, rules]) => {
      const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
      return axe.run(context, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] });
    },
    [selector, RULES] as const satisfies readonly [string, string[]],
  );
  expect(violations.map(describeViolation)).toEqual([]);
}

/** `color-contrast: .count, .label` */
function describeViolation({ id, nodes }: AxeResults['violations'][number]): string {
  return [
    `${id}:`,
    ...nodes.map(({ target, failureSummary = '' }) => `${String(target)} ${failureSummary}`),
  ].join('\n  ');
}
