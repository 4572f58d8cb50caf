import { archiveOfFile, type ArchiveId, type FileId } from '../base/ids';
import type { HeaderStatus, PinnedHeader } from './state';
import { useSession } from './store';

/** As many as there is room for side by side. */
export const MAX_PINS = 3;

/** Keeps the header that is shown, to be compared with others; beyond `MAX_PINS` it does nothing. */
export function pinShownHeader(): void {
  const { header, pins } = useSession.getState();
  if (header.phase !== 'ready' || pins.length >= MAX_PINS) return;
  const { file } = header;
  if (!pins.some((pin) => pin.file === file)) setPins([...pins, { file, header: header.header }]);
}

export function unpinHeader(file: FileId): void {
  setPins(useSession.getState().pins.filter((pin) => pin.file !== file));
}

export function unpinAll(): void {
  setPins([]);
}

/** The headers of an archive are not kept when it is closed. */
export function unpinArchive(archive: ArchiveId): void {
  setPins(useSession.getState().pins.filter(({ file }) => archiveOfFile(file) !== archive));
}

/** The headers to lay side by side: the pinned ones; a single one with the one that is shown, if that is another. */
export function comparedHeaders(pins: readonly PinnedHeader[], shown: HeaderStatus): readonly PinnedHeader[] {
  const [only, ...others] = pins;
  if (only === undefined || others.length > 0) return pins;
  if (shown.phase !== 'ready' || shown.file === only.file) return pins;
  return [only, { file: shown.file, header: shown.header }];
}

export function setComparisonOpen(isComparisonOpen: boolean): void {
  useSession.setState({ isComparisonOpen });
}

/** A comparison goes when there is nothing left to compare with. */
function setPins(pins: readonly PinnedHeader[]): void {
  useSession.setState(({ header, isComparisonOpen }) => ({
    pins,
    isComparisonOpen: isComparisonOpen && comparedHeaders(pins, header).length > 1,
  }));
}
