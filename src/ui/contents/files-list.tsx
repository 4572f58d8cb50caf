import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { archiveOfFile, type FileId } from '../../base/ids';
import { LEDGER_STATES, type LedgerState } from '../../catalog/catalog-types';
import { describeFile, listFilesInTwo, openFile, type FileDescription } from '../../session/files';
import { showPreview } from '../../session/preview-actions';
import type { OpenArchive } from '../../session/state';
import { useSession } from '../../session/store';
import { showFindings, takeWantedRow } from '../../session/wanted-row';
import { archiveTitle } from '../archive-words';
import { CountButton } from '../count-button';
import { formatBytes, formatCounted } from '../format';
import pane from '../pane.module.css';
import { problemWords } from '../problem-words';
import { FILE_KIND_WORDS } from '../../catalog/file-kind-words';
import { LEDGER_STATE_WORDS } from './file-words';
import styles from './files-list.module.css';

const ROW_HEIGHT = 44;

interface FilesListProps {
  readonly filter: string;
  /** Called when a file is to be shown that the filter may hide. */
  readonly onClearFilter: () => void;
  /** Called when the user has opened a file to look at it. */
  readonly onOpen: () => void;
}

/** Every file of every archive with what became of it: the ledger. */
export function FilesList({ filter, onClearFilter, onOpen }: FilesListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<LedgerState | 'all'>('all');
  const [isSystemOpen, setSystemOpen] = useState(false);
  const ledger = useSession((session) => session.ledger);
  const version = useSession((session) => session.filesVersion);
  const archives = useSession((session) => session.archives);
  const selectedFile = useSession(({ header }) => (header.phase === 'empty' ? null : header.file));
  // The files themselves are no part of the store: the version says when to look again.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const { files, systemFiles } = useMemo(() => listFilesInTwo({ filter, state }), [filter, state, version]);
  const systemRows = systemFiles.length === 0 ? 0 : 1 + (isSystemOpen ? systemFiles.length : 0);
  const virtualizer = useVirtualizer({
    count: files.length + systemRows,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const wanted = useSession(({ wantedRow }) => (wantedRow?.pane === 'files' ? wantedRow.file : null));
  // The file that was last asked for: from there it goes back to where it was asked for.
  const [shownFile, setShownFile] = useState<FileId | null>(null);

  // What hides the file goes first.
  useEffect(() => {
    if (wanted === null) return;
    const isSystem = systemFiles.includes(wanted);
    const index = isSystem ? files.length + 1 + systemFiles.indexOf(wanted) : files.indexOf(wanted);
    if (filter !== '') onClearFilter();
    else if (state !== 'all') setState('all');
    else if (isSystem && !isSystemOpen) setSystemOpen(true);
    else if (index < 0) takeWantedRow();
    else {
      setShownFile(wanted);
      virtualizer.scrollToIndex(index, { align: 'center' });
    }
  }, [wanted, files, systemFiles, filter, state, isSystemOpen, onClearFilter, virtualizer]);

  // The row that was scrolled to may come with a later rendering.
  useEffect(() => {
    if (wanted !== null && wanted === shownFile && focusFile(scroller.current, wanted)) takeWantedRow();
  });

  return (
    <>
      <div className={styles.states} role="group" aria-label="Files by state">
        <CountButton
          label="All"
          count={ledger.entries}
          isOn={state === 'all'}
          onClick={() => setState('all')}
        />
        {LEDGER_STATES.filter((each) => ledger.byState[each].entries > 0).map((each) => (
          <CountButton
            key={each}
            label={LEDGER_STATE_WORDS[each]}
            count={ledger.byState[each].entries}
            isOn={state === each}
            onClick={() => setState(state === each ? 'all' : each)}
          />
        ))}
      </div>
      {files.length + systemRows === 0 ? <p className={pane.empty}>No such file</p> : null}
      <div ref={scroller} className={styles.scroller} role="list" aria-label="Files">
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => {
            // Behind the files stands the row of the system files, and behind that are these.
            const isSystemRow = systemRows > 0 && item.index === files.length;
            const file = files[item.index] ?? systemFiles[item.index - files.length - 1];
            return (
              <div
                key={item.key}
                role="listitem"
                className={styles.item}
                style={{ transform: `translateY(${String(item.start)}px)`, height: item.size }}
              >
                {isSystemRow ? (
                  <SystemRow
                    count={systemFiles.length}
                    isOpen={isSystemOpen}
                    onClick={() => setSystemOpen(!isSystemOpen)}
                  />
                ) : file === undefined ? null : (
                  <FileRow
                    file={describeFile(file)}
                    origin={originOf(file, archives)}
                    isSelected={file === selectedFile || file === shownFile}
                    onOpen={onOpen}
                    onBack={file === shownFile ? showFindings : undefined}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

interface SystemRowProps {
  readonly count: number;
  readonly isOpen: boolean;
  readonly onClick: () => void;
}

/** Stands for the system files, which are behind it once it is open. */
function SystemRow({ count, isOpen, onClick }: SystemRowProps) {
  return (
    <button
      type="button"
      className={`${styles.row ?? ''} ${styles.systemRow ?? ''}`}
      aria-expanded={isOpen}
      onClick={onClick}
    >
      <ChevronRight size={15} aria-hidden className={styles.chevron} />
      <span className={styles.name}>{formatCounted(count, 'system file')}</span>
      <span className={styles.what}>Left by macOS and Windows</span>
    </button>
  );
}

interface FileRowProps {
  readonly file: FileDescription;
  /** The archive that it is in; '' where only one is open. */
  readonly origin: string;
  readonly isSelected: boolean;
  readonly onOpen: () => void;
  /** Goes back to where the row was asked for. */
  readonly onBack: (() => void) | undefined;
}

function FileRow({ file, origin, isSelected, onOpen, onBack }: FileRowProps) {
  const [problem] = file.problems;
  const words = problem === undefined ? null : problemWords(problem);
  return (
    <button
      type="button"
      className={styles.row}
      data-file={file.file}
      aria-current={isSelected}
      disabled={file.kind === null}
      title={titleOf(file, origin)}
      onClick={() => {
        if (file.isDicom) {
          openFile(file.file);
          onOpen();
        } else void showPreview(file.file);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onBack === undefined) return;
        event.stopPropagation();
        onBack();
      }}
    >
      <span className={styles.name}>{nameOf(file.path)}</span>
      <span className={styles.bytes}>{formatBytes(file.bytes)}</span>
      {problem === undefined || words === null ? (
        <span className={styles.what}>
          {[kindWords(file), folderOf(file.path), origin].filter(Boolean).join(' · ')}
        </span>
      ) : (
        <span className={styles.what} data-testid="problem" data-code={problem.code} data-path={file.path}>
          {words.what}
        </span>
      )}
    </button>
  );
}

/** Whether its row is there. */
function focusFile(list: HTMLElement | null, file: FileId): boolean {
  const row = list?.querySelector<HTMLElement>(`[data-file="${String(file)}"]`);
  row?.focus({ preventScroll: true });
  return row !== null && row !== undefined;
}

/** All that there is to say of a file, where the row has room for its first problem only. */
function titleOf({ path, problems }: FileDescription, origin: string): string {
  const sentences = problems.map(problemWords).map(({ what, remedy }) => `${what} ${remedy}`);
  return [path, origin, ...sentences].filter(Boolean).join('\n');
}

function originOf(file: FileId, archives: readonly OpenArchive[]): string {
  const archive = archives.find(({ id }) => id === archiveOfFile(file));
  return archive === undefined || archives.length === 1 ? '' : archiveTitle(archive);
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
