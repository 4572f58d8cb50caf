import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { Activity, lazy, Suspense, useDeferredValue, useEffect } from 'react';
import { warmUp } from '../session/archive-actions';
import { workspacePhase } from '../session/state';
import { useSession } from '../session/store';
import styles from './app.module.css';
import { DropTarget } from './drop-target';
import { EmptyScreen } from './empty-screen';
import { HeaderBar } from './header-bar';
import { ArchiveNotices } from './archive-notices';
import { ScanProgressBars } from './scan-progress';

const Workspace = lazy(async () => ({ default: (await import('./workspace')).Workspace }));

export function App() {
  const phase = useSession(({ archives }) => workspacePhase(archives));
  const inflatedBytes = useSession(({ archives }) =>
    archives.reduce((sum, { progress }) => sum + progress.inflatedBytes, 0),
  );
  // The workspace appears in pieces, between which the archive's first answers come in.
  const isEmpty = useDeferredValue(phase === 'empty' || phase === 'failed');
  useEffect(warmUp, []);
  return (
    // The page's policy allows no style elements; everything these components need is in our own style sheets.
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500}>
        <DropTarget>
          <div
            className={styles.app}
            data-testid="workspace"
            data-phase={phase}
            data-inflated-bytes={inflatedBytes}
          >
            <HeaderBar />
            <ScanProgressBars />
            <ArchiveNotices />
            {isEmpty ? <EmptyScreen /> : null}
            {/* Loaded and laid out while the empty screen is looked at; the first archive does not wait for it. */}
            <Activity mode={isEmpty ? 'hidden' : 'visible'}>
              <Suspense>
                <Workspace />
              </Suspense>
            </Activity>
          </div>
        </DropTarget>
      </Tooltip.Provider>
    </CSPProvider>
  );
}
