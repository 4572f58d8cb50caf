import { useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { ContentsPane } from './contents/contents-pane';
import { HeaderPane } from './headers/header-pane';
import { useIsNarrow } from './use-is-narrow';
import { useViewerKeys } from './viewer/use-viewer-keys';
import { ViewerPane } from './viewer/viewer-pane';
import styles from './workspace.module.css';

/** Contents, viewer and header side by side; one at a time where there is no room. */
export function Workspace() {
  useViewerKeys();
  return useIsNarrow() ? <Pages /> : <Panes />;
}

function Panes() {
  return (
    <Group className={styles.panes} orientation="horizontal" id="panes">
      <Panel id="contents" className={styles.panel} defaultSize="27%" minSize={220} collapsible>
        <ContentsPane />
      </Panel>
      <Separator className={styles.separator} aria-label="Width of the contents" />
      <Panel id="viewer" className={styles.panel} minSize={260}>
        <ViewerPane />
      </Panel>
      <Separator className={styles.separator} aria-label="Width of the header" />
      <Panel id="header" className={styles.panel} defaultSize="28%" minSize={200} collapsible>
        <HeaderPane />
      </Panel>
    </Group>
  );
}

const PAGES = [
  { id: 'contents', label: 'Contents', Page: ContentsPane },
  { id: 'viewer', label: 'Image', Page: ViewerPane },
  { id: 'header', label: 'Header', Page: HeaderPane },
] as const;

function Pages() {
  const [openId, setOpenId] = useState<(typeof PAGES)[number]['id']>('contents');
  return (
    <div className={styles.pages}>
      {PAGES.map(({ id, Page }) =>
        id === openId ? (
          <div key={id} className={styles.page}>
            <Page />
          </div>
        ) : null,
      )}
      <nav className={styles.nav} aria-label="Pages">
        {PAGES.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className={styles.navButton}
            aria-current={id === openId ? 'page' : undefined}
            onClick={() => {
              setOpenId(id);
            }}
          >
            {label}
          </button>
        ))}
      </nav>
    </div>
  );
}
