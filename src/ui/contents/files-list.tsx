import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { LEDGER_STATES, type LedgerState } from '../../catalog/catalog-types';
import { describeFile, listFiles, openFile, type FileDescription } from '../../session/files';
import { useSession } from '../../session/store';
import { formatBytes, formatCount } from '../format';
import pane from '../pane.module.css';
import { problemWords } from '../problem-words';
import { FILE_KIND_WORDS, LEDGER_STATE_WORDS } from './file-words';
import styles from './files-list.module.css';

const ROW_HEIGHT = 44;

interface FilesListProps {
  readonly filter: string;
  /** Called when the user has opened a file to look at it. */
  readonly onOpen: () => void;
}

/** Every file of every archive with what became of it: the ledger. */
export function FilesList({ filter, onOpen }: FilesListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<LedgerState | 'all'>('all');
  const ledger = useSession((session) => session.ledger);
  const version = useSession((session) => session.filesVersion);
  const selectedFile = useSession(({ header }) => (header.phase === 'empty' ? null : header.file));
  // The files themselves are no part of the store: the version says when to look again.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const files = useMemo(() => listFiles({ filter, state }), [filter, state, version]);
  const virtualizer = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });

  return (
    <>
      <div className={styles.states} role="group" aria-label="Files by state">
        <StateButton
          label="All"
          count={ledger.entries}
          isOn={state === 'all'}
          onClick={() => setState('all')}
        />
        {LEDGER_STATES.filter((each) => ledger.byState[each].entries > 0).map((each) => (
          <StateButton
            key={each}
            label={LEDGER_STATE_WORDS[each]}
            count={ledger.byState[each].entries}
            isOn={state === each}
            onClick={() => setState(state === each ? 'all' : each)}
          />
        ))}
      </div>
      {files.length === 0 ? <p className={pane.empty}>No such file</p> : null}
      <div ref={scroller} className={styles.scroller} role="list" aria-label="Files">
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => {
            const file = files[item.index];
            if (file === undefined) return null;
            return (
              <div
                key={item.key}
                role="listitem"
                className={styles.item}
                style={{ transform: `translateY(${String(item.start)}px)`, height: item.size }}
              >
                <FileRow
                  file={describeFile(file)}
                  isSelected={file === selectedFile}
                  onClick={() => {
                    openFile(file);
                    onOpen();
                  }}
                />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

interface StateButtonProps {
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly onClick: () => void;
}

function StateButton({ label, count, isOn, onClick }: StateButtonProps) {
  return (
    <button type="button" className={styles.state} aria-pressed={isOn} onClick={onClick}>
      {label} <span className={styles.count}>{formatCount(count)}</span>
    </button>
  );
}

interface FileRowProps {
  readonly file: FileDescription;
  readonly isSelected: boolean;
  readonly onClick: () => void;
}

function FileRow({ file, isSelected, onClick }: FileRowProps) {
  const [problem] = file.problems;
  const words = problem === undefined ? null : problemWords(problem);
  return (
    <button
      type="button"
      className={styles.row}
      aria-current={isSelected}
      disabled={!file.isDicom}
      title={words === null ? file.path : `${file.path}\n${words.what} ${words.remedy}`}
      onClick={onClick}
    >
      <span className={styles.name}>{nameOf(file.path)}</span>
      <span className={styles.bytes}>{formatBytes(file.bytes)}</span>
      {problem === undefined || words === null ? (
        <span className={styles.what}>
          {[kindWords(file), folderOf(file.path)].filter(Boolean).join(' · ')}
        </span>
      ) : (
        <span className={styles.what} data-testid="problem" data-code={problem.code} data-path={file.path}>
          {words.what}
        </span>
      )}
    </button>
  );
}

function kindWords({ kind, state }: FileDescription): string {
  if (kind === null) return state === 'skipped' ? 'Skipped' : 'Waiting';
  return state === 'duplicate' ? `${FILE_KIND_WORDS[kind]}, duplicate` : FILE_KIND_WORDS[kind];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1) || path;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
