import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { lazy, Suspense, useEffect } from 'react';
import { warmUp } from '../session/archive-actions';
import { workspacePhase } from '../session/state';
import { useSession } from '../session/store';
import styles from './app.module.css';
import { ArchiveDetailsDialog } from './archive-details/archive-details-dialog';
import { ButtonTooltip } from './button';
import { FileChooserProvider } from './choose-files';
import { DropTarget } from './drop-target';
import { EmptyScreen } from './empty-screen';
import { HeaderBar } from './header-bar';
import { ArchiveNotices } from './archive-notices';
import { PasswordDialog } from './password-dialog';
import { ScanProgressBars } from './scan-progress';

const Workspace = lazy(async () => ({ default: (await import('./workspace')).Workspace }));

export function App() {
  const phase = useSession(({ archives }) => workspacePhase(archives));
  const inflatedBytes = useSession(({ archives }) =>
    archives.reduce((sum, { progress }) => sum + progress.inflatedBytes, 0),
  );
  const isEmpty = phase === 'empty' || phase === 'failed';
  useEffect(warmUp, []);
  return (
    // The page's policy allows no style elements; everything these components need is in our own style sheets.
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500}>
        <DropTarget>
          <FileChooserProvider>
            <div
              className={styles.app}
              data-testid="workspace"
              data-phase={phase}
              data-inflated-bytes={inflatedBytes}
            >
              <HeaderBar />
              <ScanProgressBars />
              <ArchiveNotices />
              <div className={styles.stage}>
                {/* Stands ready behind the empty screen, so that the first archive does not wait for it. */}
                <div className={styles.workspace} data-hidden={isEmpty} inert={isEmpty}>
                  <Suspense>
                    <Workspace />
                  </Suspense>
                </div>
                {isEmpty ? <EmptyScreen /> : null}
              </div>
            </div>
            <ArchiveDetailsDialog />
            <ButtonTooltip />
            <PasswordDialog />
          </FileChooserProvider>
        </DropTarget>
      </Tooltip.Provider>
    </CSPProvider>
  );
}
