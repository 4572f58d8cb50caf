import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

/** By the name of the key, as in UI Events. */
type KeyActions = Readonly<Record<string, () => void>>;

interface RowFocus {
  /** The row that has the focus, or would get it: the only one that Tab reaches. */
  readonly focusedKey: string | null;
  /** Of that row; -1 where there is none. */
  readonly focusedIndex: number;
  readonly setFocusedKey: (key: string) => void;
  /** Moves the focus by so many rows from the focused one, as far as there are rows. */
  readonly moveBy: (rows: number) => void;
  /** Up, down, Home and End move the focus; the list adds what its other keys do. */
  readonly handleKey: (event: KeyboardEvent, others: KeyActions) => void;
  readonly moveTo: (key: string) => void;
}

interface RowFocusOptions {
  /** Of all rows, in their order, the same array as long as they are; each stands in its row's `data-row-key`. */
  readonly keys: readonly string[];
  readonly initialKey: string | null;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly scrollToIndex: (index: number) => void;
}

/** One row of a virtual list has the focus; keys move it, also to rows that are not in the document yet. */
export function useRowFocus({ keys, initialKey, scroller, scrollToIndex }: RowFocusOptions): RowFocus {
  const [wantedKey, setFocusedKey] = useState<string | null>(null);
  const movingTo = useRef<string | null>(null);
  // Of very many rows, looked for only when something has changed.
  const focusedIndex = useMemo(() => {
    const first = keys.length === 0 ? -1 : 0;
    return [wantedKey, initialKey].map((key) => indexOf(keys, key)).find((index) => index >= 0) ?? first;
  }, [keys, wantedKey, initialKey]);
  const focusedKey = keys[focusedIndex] ?? null;

  // The row that was scrolled to may come with a later rendering; an effect of an earlier one may come late.
  useEffect(() => {
    if (focusedKey !== null && movingTo.current === focusedKey) focusRow(focusedKey);
  });

  function focusRow(key: string): void {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"]`);
    if (!row) return;
    movingTo.current = null;
    row.focus({ preventScroll: true });
  }

  function moveTo(key: string): void {
    movingTo.current = key;
    setFocusedKey(key);
    scrollToIndex(indexOf(keys, key));
    // Where nothing changes no rendering follows; a later one would take the focus from elsewhere.
    if (key === focusedKey) focusRow(key);
  }

  function moveBy(rows: number): void {
    if (focusedKey === null) return;
    const key = keys[Math.max(0, Math.min(keys.length - 1, focusedIndex + rows))];
    if (key !== undefined) moveTo(key);
  }

  function handleKey(event: KeyboardEvent, others: KeyActions): void {
    const actions: KeyActions = {
      ArrowDown: () => moveBy(1),
      ArrowUp: () => moveBy(-1),
      Home: () => moveBy(-Infinity),
      End: () => moveBy(Infinity),
      ...others,
    };
    const action = actions[event.key];
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  return { focusedKey, focusedIndex, setFocusedKey, moveBy, moveTo, handleKey };
}

function indexOf(keys: readonly string[], key: string | null): number {
  return key === null ? -1 : keys.indexOf(key);
}

/** Scrolled out of sight, the row that has the focus stays: Tab and the arrows go on from there. */
export function withFocused(indices: number[], focusedIndex: number): number[] {
  if (focusedIndex < 0 || indices.includes(focusedIndex)) return indices;
  return [...indices, focusedIndex].sort((a, b) => a - b);
}
