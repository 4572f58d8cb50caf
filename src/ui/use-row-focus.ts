import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

/** By the name of the key, as in UI Events. */
type KeyActions = Readonly<Record<string, () => void>>;

interface RowFocus {
  /** The row that has the focus, or would get it: the only one that Tab reaches. */
  readonly focusedKey: string | null;
  readonly setFocusedKey: (key: string) => void;
  /** Moves the focus by so many rows from the focused one, as far as there are rows. */
  readonly moveBy: (rows: number) => void;
  /** Up, down, Home and End move the focus; the list adds what its other keys do. */
  readonly handleKey: (event: KeyboardEvent, others: KeyActions) => void;
  readonly moveTo: (key: string) => void;
}

interface RowFocusOptions {
  /** Of all rows, in their order; each stands in its row's `data-row-key`. */
  readonly keys: readonly string[];
  readonly initialKey: string | null;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly scrollToIndex: (index: number) => void;
}

/** One row of a virtual list has the focus; keys move it, also to rows that are not in the document yet. */
export function useRowFocus({ keys, initialKey, scroller, scrollToIndex }: RowFocusOptions): RowFocus {
  const [wantedKey, setFocusedKey] = useState<string | null>(null);
  const movingTo = useRef<string | null>(null);
  const focusedKey =
    [wantedKey, initialKey].find((key) => key !== null && keys.includes(key)) ?? keys[0] ?? null;

  // The row that was scrolled to may come with a later rendering; an effect of an earlier one may come late.
  useEffect(() => {
    if (focusedKey === null || movingTo.current !== focusedKey) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(focusedKey)}"]`);
    if (!row) return;
    movingTo.current = null;
    row.focus({ preventScroll: true });
  });

  function moveTo(key: string): void {
    movingTo.current = key;
    setFocusedKey(key);
    scrollToIndex(keys.indexOf(key));
  }

  function moveBy(rows: number): void {
    if (focusedKey === null) return;
    const index = Math.max(0, Math.min(keys.length - 1, keys.indexOf(focusedKey) + rows));
    const key = keys[index];
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

  return { focusedKey, setFocusedKey, moveBy, moveTo, handleKey };
}
