import { Group, Panel, Separator } from 'react-resizable-panels';
import type { PaneId } from '../session/state';
import { useSession } from '../session/store';
import { showPane } from '../session/view-actions';
import { CompareDialog } from './compare/compare-dialog';
import { ContentsPane } from './contents/contents-pane';
import { HeaderPane } from './headers/header-pane';
import { PreviewDialog } from './preview/preview-dialog';
import { useIsNarrow } from './use-is-narrow';
import { useViewerKeys } from './viewer/use-viewer-keys';
import { ViewerPane } from './viewer/viewer-pane';
import styles from './workspace.module.css';

/** Contents, viewer and header side by side; one at a time where there is no room. */
export function Workspace() {
  useViewerKeys();
  return (
    <>
      {useIsNarrow() ? <Pages /> : <Panes />}
      <PreviewDialog />
      <CompareDialog />
    </>
  );
}

function Panes() {
  const isViewerAlone = useSession((session) => session.isViewerAlone);
  return (
    <Group className={styles.panes} orientation="horizontal" id="panes" data-viewer-alone={isViewerAlone}>
      <Panel id="contents" className={styles.panel} defaultSize="26%" minSize={220} collapsible>
        <ContentsPane onOpen={focusViewport} />
      </Panel>
      <Separator className={styles.separator} aria-label="Width of the contents" />
      <Panel id="viewer" className={styles.panel} minSize={260}>
        <ViewerPane />
      </Panel>
      <Separator className={styles.separator} aria-label="Width of the header" />
      <Panel id="header" className={styles.panel} defaultSize="30%" minSize={200} collapsible>
        <HeaderPane />
      </Panel>
    </Group>
  );
}

const PAGES: readonly { readonly id: PaneId; readonly label: string }[] = [
  { id: 'contents', label: 'Contents' },
  { id: 'viewer', label: 'Image' },
  { id: 'header', label: 'Header' },
];

function Pages() {
  const openId = useSession((session) => session.shownPane);
  return (
    <div className={styles.pages}>
      <div className={styles.page}>
        {openId === 'contents' ? <ContentsPane onOpen={() => showPane('viewer')} /> : null}
        {openId === 'viewer' ? <ViewerPane /> : null}
        {openId === 'header' ? <HeaderPane /> : null}
      </div>
      <nav className={styles.nav} aria-label="Pages">
        {PAGES.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className={styles.navButton}
            aria-current={id === openId ? 'page' : undefined}
            onClick={() => showPane(id)}
          >
            {label}
          </button>
        ))}
      </nav>
    </div>
  );
}

/** After a series was opened the keys are the viewer's: arrows go through its images. */
function focusViewport(): void {
  document
    .querySelector<HTMLElement>('[data-testid=viewport][data-active=true]')
    ?.focus({ preventScroll: true });
}
