import type { CheckId } from '../review/check-ids';
import type { FindingRow } from '../review/finding-row';
import type { PlaceOfFinding } from '../review/finding-rows';
import type { PlaceKind } from '../review/held/value-place';
import { describeFile, openFile } from './files';
import { showPreview } from './preview-actions';
import type { FindingsFilter } from './state';
import { NO_FINDINGS_FILTER, useSession } from './store';
import { showArchiveDetails, showPane } from './view-actions';
import { showFileRow, showFindings, showHeaderRow } from './wanted-row';

/** The finding, by its key, or the check, by its id, whose evidence is shown. */
export function selectFinding(selectedFinding: string | null): void {
  useSession.setState({ selectedFinding });
}

export function setFindingsFilter(change: Partial<FindingsFilter>): void {
  useSession.setState(({ findingsFilter }) => ({ findingsFilter: { ...findingsFilter, ...change } }));
}

export function toggleCheck(check: CheckId): void {
  useSession.setState(({ closedChecks }) => {
    const changed = new Set(closedChecks);
    if (!changed.delete(check)) changed.add(check);
    return { closedChecks: changed };
  });
}

/** Selects a finding and brings it into view, whatever the list is narrowed to. */
export function showFinding({ key, check }: FindingRow): void {
  useSession.setState(({ closedChecks }) => ({
    selectedFinding: key,
    closedChecks: new Set([...closedChecks].filter((each) => each !== check)),
    findingsFilter: NO_FINDINGS_FILTER,
  }));
  showFindings();
}

/** These are in the name of an entry, or beside it in the archive's directory. */
const OF_ENTRY: readonly (PlaceKind | null)[] = ['filename', 'folder', 'entry-comment'];

/**
 * Goes to where a finding is: an element, which gets the focus if asked to; a picture; a file in the list, with what is
 * in it where that is what was found; or what there is to say of the archive.
 */
export function showPlace({ check }: FindingRow, place: PlaceOfFinding, isFocused: boolean): void {
  const { file, archive, path, kind } = place;
  if (file === null) {
    const id = archive ?? useSession.getState().archives[0]?.id;
    if (id !== undefined) showArchiveDetails(id);
  } else if (OF_ENTRY.includes(kind)) {
    showFileRow(file);
  } else if (!describeFile(file).isDicom) {
    showFileRow(file);
    void showPreview(file);
  } else {
    if (check === 'overlays') useSession.setState({ arePlanesShown: true });
    openFile(file);
    if (path !== '') showHeaderRow(file, path, isFocused);
    // Of a plane, the picture says more than the row.
    if (path === '' || check === 'overlays') showPane('viewer');
  }
}
