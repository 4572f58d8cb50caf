import type { FileId } from '../base/ids';
import type { WantedRow } from './state';
import { useSession } from './store';
import { showContentsTab, showPane } from './view-actions';

/** Brings an element into view as soon as the header of its file is there. */
export function showHeaderRow(file: FileId, path: string, isFocused: boolean): void {
  want({ pane: 'header', file, path, isFocused });
  showPane('header');
}

/** Goes to a file in the list of files. */
export function showFileRow(file: FileId): void {
  want({ pane: 'files', file });
  showContentsTab('files');
}

/** Goes to the findings: to the one that is selected, else to the first. */
export function showFindings(): void {
  want({ pane: 'findings' });
  showContentsTab('findings');
}

/** Called by the pane that has the row in view, or cannot have it. */
export function takeWantedRow(): void {
  useSession.setState({ wantedRow: null });
}

function want(wantedRow: WantedRow): void {
  useSession.setState({ wantedRow });
}
