import type { CDPSession } from '@playwright/test';
import { expect, test } from './glovebox-test';
import { CT, CT_WINDOW, ctMembers, IDENTIFYING, sopUidOfCt, zipFile } from './test-archive';
import { ViewportHandle } from './viewport';
import { openArchive, openSeries, visitPage, waitForPhase } from './workspace';

test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

interface Point {
  readonly x: number;
  readonly y: number;
}

let viewport: ViewportHandle;
let session: CDPSession;
/** The middle of the view, in the page. */
let middle: Point;

test.beforeEach(async ({ page, visit }) => {
  visit.identifying.push(...IDENTIFYING);
  await visitPage(page, visit);
  await openArchive(page, zipFile('ct.zip', ctMembers()));
  await waitForPhase(page, 'ready');
  await openSeries(page, CT.uid);
  viewport = new ViewportHandle(page);
  await viewport.expectReady();
  session = await page.context().newCDPSession(page);
  const box = await viewport.locator.boundingBox();
  middle = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
});

/** Fingers, as offsets from the middle of the view, that go from one place to another in two steps. */
async function touch(from: readonly Point[], to: readonly Point[]): Promise<void> {
  const between = from.map(({ x, y }, finger) => ({
    x: (x + (to[finger]?.x ?? x)) / 2,
    y: (y + (to[finger]?.y ?? y)) / 2,
  }));
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', fingers: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: fingers.map(({ x, y }, id) => ({ x: middle.x + x, y: middle.y + y, id })),
    });
  await send('touchStart', from);
  await send('touchMove', between);
  await send('touchMove', to);
  await send('touchEnd', []);
}

test('one finger windows: right raises the width, up the level', async () => {
  await touch([{ x: 0, y: 0 }], [{ x: 40, y: -20 }]);
  // The gain is 400 / 80 for each pixel.
  await viewport.expectWindow({
    center: CT_WINDOW.center + 20 * 5,
    width: CT_WINDOW.width + 40 * 5,
  });
  await viewport.expectImage(sopUidOfCt(5));
});

test('two fingers zoom and pan at once, and do not window', async () => {
  const zoom = await viewport.number('data-zoom');
  await touch(
    [
      { x: -40, y: 0 },
      { x: 40, y: 0 },
    ],
    [
      { x: -70, y: 30 },
      { x: 90, y: 30 },
    ],
  );
  // From 80 to 160 pixels apart.
  await expect.poll(() => viewport.number('data-zoom')).toBeCloseTo(zoom * 2, 3);
  await viewport.expectWindow(CT_WINDOW);
});

test('with the scroll tool one finger goes through the images', async ({ page }) => {
  await page.getByRole('button', { name: 'Scroll through the images' }).tap();
  // Twelve images: 24 pixels for each.
  await touch([{ x: 0, y: 0 }], [{ x: 0, y: 72 }]);
  await viewport.expectImage(sopUidOfCt(8));
  await touch([{ x: 0, y: 0 }], [{ x: 0, y: -400 }]);
  await viewport.expectImage(sopUidOfCt(0));
  await viewport.expectWindow(CT_WINDOW);
});

test('on a phone the image is a page of its own, and answers to fingers too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Image', exact: true }).tap();
  await viewport.expectReady();
  const box = await viewport.locator.boundingBox();
  middle = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  await touch([{ x: 0, y: 0 }], [{ x: 40, y: 0 }]);
  await viewport.expectWindow({ center: CT_WINDOW.center, width: CT_WINDOW.width + 40 * 5 });
});
