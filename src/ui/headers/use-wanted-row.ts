import { useEffect, useMemo, useRef } from 'react';
import type { HeaderStatus } from '../../session/state';
import { useSession } from '../../session/store';
import { takeWantedRow } from '../../session/wanted-row';
import { rowAtOrAround } from './row-places';

/** A row of the header that is to be shown. */
export interface WantedHeaderRow {
  readonly path: string;
  readonly isFocused: boolean;
}

/** The row of this header that has been asked for; `onWanted` makes sure that it is among those that are listed. */
export function useWantedRow(
  { file, header }: Pick<Extract<HeaderStatus, { phase: 'ready' }>, 'file' | 'header'>,
  onWanted: (path: string) => void,
): WantedHeaderRow | null {
  const asked = useSession(({ wantedRow }) =>
    wantedRow?.pane === 'header' && wantedRow.file === file ? wantedRow : null,
  );
  const wanted = useMemo(() => {
    const row = asked === null ? null : rowAtOrAround(header.rows, asked.path);
    return row === null || asked === null ? null : { path: row.path, isFocused: asked.isFocused };
  }, [asked, header]);

  const latest = useRef(onWanted);
  useEffect(() => {
    latest.current = onWanted;
  });
  useEffect(() => {
    if (wanted !== null) latest.current(wanted.path);
    else if (asked !== null) takeWantedRow();
  }, [asked, wanted]);

  return wanted;
}
