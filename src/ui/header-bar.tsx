import { CircleHelp, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { readPreferences, savePreferences, type Preferences } from '../session/preferences';
import { useSession } from '../session/store';
import { setHelpOpen } from '../session/view-actions';
import { AddMenu } from './add-menu';
import { ArchiveChips } from './archive-chips';
import { IconButton } from './button';
import { FindingsCount } from './findings/findings-count';
import styles from './header-bar.module.css';
import { HelpDialog } from './help-dialog';
import { LedgerLine } from './ledger-line';
import { Logo } from './logo';
import { ReportButton } from './review/report-button';
import { SealedControl } from './sealed-control';

export function HeaderBar() {
  const archives = useSession((session) => session.archives);
  const isHelpOpen = useSession((session) => session.isHelpOpen);
  const readable = archives.filter(({ parent, phase }) => parent === null && phase !== 'failed');
  return (
    <header className={styles.bar}>
      <div className={styles.brand}>
        <Logo />
        <span className={styles.name}>Glovebox</span>
      </div>
      {readable.length > 0 ? (
        <>
          <ArchiveChips archives={readable} />
          <LedgerLine />
        </>
      ) : null}
      <div className={styles.actions}>
        {readable.length > 0 ? (
          <>
            <FindingsCount />
            <ReportButton />
            <AddMenu />
          </>
        ) : null}
        <SealedControl />
        <ThemeButton />
        <IconButton icon={CircleHelp} label="Keys and mouse" shortcut="?" onClick={() => setHelpOpen(true)} />
      </div>
      <HelpDialog isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
    </header>
  );
}

function ThemeButton() {
  const [theme, setTheme] = useState(readPreferences().theme);
  const other: Preferences['theme'] = theme === 'dark' ? 'light' : 'dark';
  return (
    <IconButton
      icon={theme === 'dark' ? Sun : Moon}
      label={`Switch to ${other}`}
      onClick={() => {
        savePreferences({ theme: other });
        document.documentElement.dataset['theme'] = other;
        setTheme(other);
      }}
    />
  );
}
