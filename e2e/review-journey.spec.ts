import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from './glovebox-test';
import {
  expectRemaining,
  findingsList,
  goToFinding,
  readVerdict,
  reviewDone,
  sumOfGroups,
  verdictLine,
} from './findings-by-keys';
import { expectControlsMarked, tabTo } from './keyboard';
import { textOfPages } from './pdf-text';
import {
  DOE,
  LEAKED_NAME,
  NESTED_NAME_PATH,
  OWN_TERM,
  PLANTED,
  plantedArchive,
  SERIES,
} from './planted-archive';
import { visitPage, waitForPhase } from './workspace';

/** The report's JSON, as far as it is looked at here. */
interface SavedReport {
  readonly reviewer: string;
  readonly findings: readonly {
    readonly check: string;
    readonly severity: 'stop' | 'check' | 'note';
    readonly identifying: boolean;
    readonly value?: string;
    readonly places: readonly { readonly file: string; readonly path?: string; readonly kind?: string }[];
    readonly decision?: string;
    readonly note?: string;
  }[];
}

const REVIEWER = 'A. Reviewer';
const NOTE = 'She has agreed.';
/** A capture and an ultrasound. */
const SERIES_TO_LOOK_AT = 2;

// A trace looks into blobs by ways that the page's policy forbids, which the console would tell.
test.use({ trace: 'off' });

test('what follows is done by keys alone', async () => {
  for (const name of ['review-journey.spec.ts', 'findings-by-keys.ts', 'keyboard.ts']) {
    const source = await readFile(new URL(name, import.meta.url), 'utf8');
    expect(source).not.toMatch(
      /\.(?:click|dblclick|tap|hover|fill|clear|check|uncheck|setChecked|selectOption|setInputFiles|dragTo|dispatchEvent)\(/,
    );
    expect(source).not.toMatch(/\.(?:mouse|touchscreen)\b|\.focus\(\)/);
    expect(source).not.toMatch(/(?<!keyboard)\.(?:press|pressSequentially|type|insertText)\(/);
  }
});

test('a transfer is reviewed, from the drop to the printed report', async ({ page, visit }) => {
  test.slow();
  visit.identifying.push(LEAKED_NAME, 'Roe', DOE.name, DOE.id, OWN_TERM, NOTE);
  await page.addInitScript(countPrints);
  await visitPage(page, visit);
  await openByKeys(page);

  let remaining = await test.step('the verdict says how much there is to decide', async () => {
    await tabTo(page, page.getByTestId('findings-count'));
    await page.keyboard.press('Enter');
    await reviewDone(page);
    const [stopping, toCheck] = await readVerdict(page);
    await expect(verdictLine(page)).toContainText(
      `${String(SERIES_TO_LOOK_AT)} series hold pictures that may carry text, not looked at yet.`,
    );
    // Each of these series has one finding, which looking settles.
    const all = stopping + toCheck + SERIES_TO_LOOK_AT;
    await expectRemaining(page, all);
    return all;
  });

  await test.step('options: one patient is expected, and a term must not be there', async () => {
    const button = page.getByTestId('review-options');
    await tabTo(page, button, 'Shift+Tab');
    const dialog = await openDialog(page, 'review-options-dialog');
    await tabTo(page, dialog.getByRole('textbox', { name: 'Patients expected' }));
    await page.keyboard.type('1');
    await tabTo(page, dialog.getByRole('textbox', { name: 'Terms to find' }));
    await page.keyboard.type(OWN_TERM);
    await closeDialog(page, dialog, button);
    await expect(button).toContainText('1 patient · 1 term');
    // The second patient, which was a note before, and the text with the term.
    remaining += 2;
    await reviewDone(page);
    await expectRemaining(page, remaining);
  });

  await test.step('the list: arrows go through its groups, which add up', async () => {
    await tabTo(page, findingsList(page).getByRole('row'));
    await page.keyboard.press('Home');
    expect(await sumOfGroups(page)).toBe(remaining);
  });

  await test.step('a finding leads to its element, and back', async () => {
    const finding = await goToFinding(page, LEAKED_NAME);
    await page.keyboard.press('Enter');
    const element = page.locator(`[data-testid=header-row][data-path="${NESTED_NAME_PATH}"]`);
    await expect(element).toBeFocused();
    await expect(element).toContainText(LEAKED_NAME);
    await page.keyboard.press('Escape');
    await expect(finding).toBeFocused();
  });

  await test.step('one is accepted with a note, one flagged, one accepted and taken back', async () => {
    const accepted = await goToFinding(page, DOE.name);
    await page.keyboard.press('n');
    await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
    await page.keyboard.type(NOTE);
    await page.keyboard.press('Enter');
    await expect(accepted).toBeFocused();
    await expect(accepted).toContainText('Accepted');
    remaining -= 1;
    await expectRemaining(page, remaining);

    const flagged = await goToFinding(page, 'Scans of Richard');
    await page.keyboard.press('f');
    await expect(flagged).toContainText('Flagged');
    remaining -= 1;
    await expectRemaining(page, remaining);

    const undone = await goToFinding(page, 'ROE_RICHARD');
    await page.keyboard.press('a');
    await expect(undone).toContainText('Accepted');
    await expectRemaining(page, remaining - 1);
    await page.keyboard.press('z');
    await expect(undone).toBeFocused();
    await expect(undone).not.toContainText('Accepted');
    await expectRemaining(page, remaining);
    await expect(page.getByTestId('verdict')).toContainText('1 flagged, 1 accepted.');
  });

  await test.step('the pictures that may carry text are seen, one series after the other', async () => {
    const button = page.getByRole('button', { name: /^Look a/ });
    await tabTo(page, button, 'Shift+Tab');
    const dialog = await openDialog(page, 'look-dialog');
    for (let at = 1; at <= SERIES_TO_LOOK_AT; at += 1) {
      await expect(dialog.getByTestId('look-progress')).toHaveText(
        `${String(at)} of ${String(SERIES_TO_LOOK_AT)}`,
      );
      await expect(dialog.getByTestId('look-picture')).toHaveAttribute('data-phase', 'ready');
      await expect(dialog.getByRole('button', { name: /^Seen/ })).toBeFocused();
      await page.keyboard.press('Enter');
    }
    await expect(dialog).toContainText('All 2 series have been looked at.');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
    remaining -= SERIES_TO_LOOK_AT;
    await expectRemaining(page, remaining);
    await expect(verdictLine(page)).toContainText(
      'All 2 series with pictures that may carry text were looked at.',
    );
  });

  await test.step('a list of what is expected is held against what is there', async () => {
    const button = page.getByRole('button', { name: 'Expected content' });
    await tabTo(page, button);
    const dialog = await openDialog(page, 'expected-content');
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await page.keyboard.insertText(
      `${SERIES.ultrasound.description} x 1\n${SERIES.ct.description} x 10\nT2 coronal`,
    );
    await expect(dialog.getByRole('status')).toHaveText('1 found, 1 different, 1 missing, 2 series extra');
    await closeDialog(page, dialog, button);
    await expectRemaining(page, remaining);
  });

  await test.step('the report is signed, masked and shown again, saved, printed and closed', async () => {
    const button = page.getByRole('button', { name: 'Report', exact: true });
    await tabTo(page, button, 'Shift+Tab');
    const report = await openDialog(page, 'report');
    await expect(report.getByRole('row').filter({ hasText: 'T2 coronal' })).toContainText('Missing');
    await expect(report).toContainText(LEAKED_NAME);

    await page.keyboard.press('End');
    await expect(report.getByRole('heading', { name: 'Reviewer' })).toBeInViewport();
    await tabTo(page, report.getByLabel('Name', { exact: true }));
    await page.keyboard.type(REVIEWER);

    const mask = report.getByLabel('Mask values');
    await tabTo(page, mask);
    await page.keyboard.press('Space');
    await expect(mask).toBeChecked();
    for (const name of ['Roe', 'ROE', 'Doe']) await expect(report).not.toContainText(name);
    await page.keyboard.press('Space');
    await expect(report).toContainText(LEAKED_NAME);

    await tabTo(page, report.getByRole('button', { name: 'Save JSON' }));
    expectWholeAccount(await saveByKeys(page), remaining);

    await tabTo(page, report.getByRole('button', { name: 'Print' }));
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => Reflect.get(window, 'gloveboxPrints') as unknown)).toBe(1);
    const printed = (await textOfPages(await page.pdf({ preferCSSPageSize: true, format: 'A4' }))).join(' ');
    for (const text of [REVIEWER, NOTE, LEAKED_NAME, 'T2 coronal', 'Signature'])
      expect(printed).toContain(text);

    await closeDialog(page, report, button);
    await expectRemaining(page, remaining);
  });
});

test('every control on the way has a name, and shows when it has the focus', async ({ page, visit }) => {
  test.slow();
  await visitPage(page, visit);
  await openByKeys(page);
  await tabTo(page, page.getByTestId('findings-count'));
  await page.keyboard.press('Enter');
  await reviewDone(page);
  await expect(findingsList(page).getByRole('row').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expectControlsMarked(page, 30);
  for (const [button, testId, least] of [
    [page.getByTestId('review-options'), 'review-options-dialog', 15],
    [page.getByRole('button', { name: 'Expected content' }), 'expected-content', 3],
    [page.getByRole('button', { name: 'Look at them' }), 'look-dialog', 4],
    [page.getByRole('button', { name: 'Report', exact: true }), 'report', 8],
  ] as const) {
    await tabTo(page, button);
    const dialog = await openDialog(page, testId);
    await expectControlsMarked(page, least);
    await closeDialog(page, dialog, button);
  }
});

/** In the page: printing would wait for somebody to say where to. */
function countPrints(): void {
  let prints = 0;
  window.print = () => {
    prints += 1;
    Reflect.set(window, 'gloveboxPrints', prints);
  };
}

async function openByKeys(page: Page): Promise<void> {
  // Before the way to the button: the browser takes a moment to give the choice to the test.
  const choosing = page.waitForEvent('filechooser');
  await tabTo(page, page.getByRole('button', { name: 'Choose files' }));
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(plantedArchive('transfer.zip'));
  await waitForPhase(page, 'ready');
}

/** By the control that has the focus; the focus goes into it. */
async function openDialog(page: Page, testId: string): Promise<Locator> {
  await page.keyboard.press('Enter');
  const dialog = page.getByTestId(testId);
  await expect(dialog.locator(':focus')).toHaveCount(1);
  return dialog;
}

/** The focus goes back to where it came from. */
async function closeDialog(page: Page, dialog: Locator, opener: Locator): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
}

async function saveByKeys(page: Page): Promise<SavedReport> {
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  return JSON.parse(await readFile(await (await download).path(), 'utf8')) as SavedReport;
}

function expectWholeAccount({ reviewer, findings }: SavedReport, remaining: number): void {
  expect(reviewer).toBe(REVIEWER);
  const identifying = findings.filter((finding) => finding.identifying).flatMap(({ places }) => places);
  for (const place of PLANTED) expect(identifying).toContainEqual(place);

  const said = findings.filter(({ decision }) => decision !== undefined);
  expect(said.map(({ check, value, decision, note }) => ({ check, value, decision, note }))).toEqual([
    { check: 'profile', value: DOE.name, decision: 'accepted', note: NOTE },
    ...Array.from({ length: SERIES_TO_LOOK_AT }, () =>
      expect.objectContaining({
        check: 'burned-in-text',
        decision: 'accepted',
        note: 'Looked at: 1 of 1 frames.',
      }),
    ),
    {
      check: 'archive-names',
      value: 'Scans of Richard Roe, as asked for',
      decision: 'flagged',
      note: undefined,
    },
  ]);
  const undecided = findings.filter(
    ({ severity, decision }) => severity !== 'note' && decision === undefined,
  );
  expect(undecided.length).toBe(remaining);
  for (const check of ['gaps', 'duplicate-uids', 'several-patients']) {
    expect(undecided).toContainEqual(expect.objectContaining({ check }));
  }
}
