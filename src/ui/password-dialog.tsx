import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { ledgerOf } from '../session/archive-details';
import { givePassword, putOffPassword } from '../session/password-actions';
import type { ArchiveLock, OpenArchive } from '../session/state';
import { useSession } from '../session/store';
import { AppDialog } from './app-dialog';
import { archiveTitle } from './archive-words';
import { Button, IconButton } from './button';
import { formatCount } from './format';
import styles from './password-dialog.module.css';

interface LockedArchive extends OpenArchive {
  readonly lock: ArchiveLock;
}

/** Asks for the password of an encrypted archive, of one after the other. */
export function PasswordDialog() {
  const locked = useSession(({ archives }) => archives.find(needsPassword));
  const input = useRef<HTMLInputElement>(null);
  return (
    <AppDialog
      title="Encrypted files"
      testId="password-dialog"
      isOpen={locked !== undefined}
      onOpenChange={() => {
        if (locked !== undefined) putOffPassword(locked.id);
      }}
      initialFocus={input}
    >
      {locked === undefined ? null : <PasswordForm key={locked.id} archive={locked} input={input} />}
    </AppDialog>
  );
}

function needsPassword(archive: OpenArchive): archive is LockedArchive {
  const { lock } = archive;
  return lock?.phase === 'asking' || lock?.phase === 'checking' || lock?.phase === 'wrong';
}

interface PasswordFormProps {
  readonly archive: LockedArchive;
  readonly input: RefObject<HTMLInputElement | null>;
}

function PasswordForm({ archive, input }: PasswordFormProps) {
  const { id, lock } = archive;
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const isChecking = lock.phase === 'checking';

  // A wrong password is to be written over; and where one question follows another, the dialog is open already, with
  // the focus on itself.
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [input, lock.phase]);

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isChecking && password !== '') givePassword(id, password);
      }}
    >
      <p className={styles.lead}>{leadOf(archive)}</p>
      <div className={styles.field}>
        <label htmlFor="archive-password">Password</label>
        <div className={styles.input} data-wrong={lock.phase === 'wrong'}>
          <input
            ref={input}
            id="archive-password"
            type={isShown ? 'text' : 'password'}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={password}
            readOnly={isChecking}
            aria-invalid={lock.phase === 'wrong'}
            aria-describedby="archive-password-state"
            onChange={(event) => setPassword(event.target.value)}
          />
          <IconButton
            icon={isShown ? EyeOff : Eye}
            label={isShown ? 'Hide the password' : 'Show the password'}
            onClick={() => setShown(!isShown)}
          />
        </div>
        <p id="archive-password-state" className={styles.state} data-phase={lock.phase} role="status">
          {stateWords(lock)}
        </p>
      </div>
      <div className={styles.actions}>
        <Button look="outlined" onClick={() => putOffPassword(id)}>
          Go on without
        </Button>
        <Button look="primary" type="submit" disabled={password === '' || isChecking}>
          Open
        </Button>
      </div>
    </form>
  );
}

function leadOf(archive: LockedArchive): string {
  const { entries, passwords } = archive.lock;
  const files = ledgerOf(archive.id).entries;
  const title = archiveTitle(archive);
  const what = countOf(entries, files);
  const isOne = entries === 1;
  if (passwords === 0) return `${what} in ${title} ${isOne ? 'is' : 'are'} encrypted.`;
  return `${what} in ${title} ${isOne ? 'has' : 'have'} another password.`;
}

/** `All 10 files`, `3 of the 10 files` */
function countOf(entries: number, files: number): string {
  if (files === 1) return 'The one file';
  if (entries === files) return `All ${formatCount(files)} files`;
  return `${formatCount(entries)} of the ${formatCount(files)} files`;
}

function stateWords({ phase, entries }: ArchiveLock): string {
  if (phase === 'checking') return 'Checking …';
  if (phase === 'wrong') {
    return entries === 1
      ? 'This password does not open it. Try again.'
      : 'This password opens none of them. Try again.';
  }
  return 'It stays in the memory of this page until the archive is closed, and is never stored.';
}
