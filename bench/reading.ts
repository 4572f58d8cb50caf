import type { BenchArchive } from './archives';
import { visit } from './visit';

/** Ms that the browser takes to only read an archive, in a page that does nothing else. */
export function measureReading(probe: string, { path }: BenchArchive): Promise<number> {
  return visit({ url: 'about:blank', probe }, async ({ page }) => {
    await page.setContent('<input type="file" data-testid="open-files">');
    await page.getByTestId('open-files').setInputFiles(path);
    return page.evaluate(() => window.benchProbe.readChosenFile());
  });
}
