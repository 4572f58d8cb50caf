import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { workspacePhase } from '../session/state';
import { useSession } from '../session/store';
import styles from './app.module.css';
import { DropTarget } from './drop-target';
import { EmptyScreen } from './empty-screen';
import { HeaderBar } from './header-bar';
import { ArchiveNotices } from './archive-notices';
import { ScanProgressBars } from './scan-progress';
import { Workspace } from './workspace';

export function App() {
  const phase = useSession(({ archives }) => workspacePhase(archives));
  return (
    // The page's policy allows no style elements; everything these components need is in our own style sheets.
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500}>
        <DropTarget>
          <div className={styles.app} data-testid="workspace" data-phase={phase}>
            <HeaderBar />
            <ScanProgressBars />
            <ArchiveNotices />
            {phase === 'empty' || phase === 'failed' ? <EmptyScreen /> : <Workspace />}
          </div>
        </DropTarget>
      </Tooltip.Provider>
    </CSPProvider>
  );
}
