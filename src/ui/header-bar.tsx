import { CircleHelp, Moon, Sun, X } from 'lucide-react';
import { useState } from 'react';
import { closeArchive } from '../session/archive-actions';
import { readPreferences, savePreferences, type Preferences } from '../session/preferences';
import type { OpenArchive } from '../session/state';
import { useSession } from '../session/store';
import { setHelpOpen } from '../session/view-actions';
import { IconButton } from './button';
import { ChooseFiles } from './choose-files';
import { formatBytes } from './format';
import styles from './header-bar.module.css';
import { HelpDialog } from './help-dialog';
import { LedgerLine } from './ledger-line';
import { Logo } from './logo';
import { SealedControl } from './sealed-control';

export function HeaderBar() {
  const archives = useSession((session) => session.archives);
  const isHelpOpen = useSession((session) => session.isHelpOpen);
  const readable = archives.filter(({ phase }) => phase !== 'failed');
  return (
    <header className={styles.bar}>
      <div className={styles.brand}>
        <Logo />
        <span className={styles.name}>Glovebox</span>
      </div>
      {readable.length > 0 ? (
        <>
          <ul className={styles.archives} aria-label="Open archives">
            {readable.map((archive) => (
              <ArchiveChip key={archive.id} archive={archive} />
            ))}
          </ul>
          <LedgerLine />
        </>
      ) : null}
      <div className={styles.actions}>
        {readable.length > 0 ? <ChooseFiles look="outlined">Add</ChooseFiles> : null}
        <SealedControl />
        <ThemeButton />
        <IconButton icon={CircleHelp} label="Keys and mouse" shortcut="?" onClick={() => setHelpOpen(true)} />
      </div>
      <HelpDialog isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
    </header>
  );
}

function ArchiveChip({ archive }: { readonly archive: OpenArchive }) {
  return (
    <li className={styles.archive} title={`${archive.name} · ${formatBytes(archive.bytes)}`}>
      <span className={styles.archiveName}>{archive.name}</span>
      <button
        type="button"
        className={styles.close}
        aria-label={`Close ${archive.name}`}
        onClick={() => closeArchive(archive.id)}
      >
        <X size={14} aria-hidden />
      </button>
    </li>
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
