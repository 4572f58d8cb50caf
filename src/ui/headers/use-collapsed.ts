import { useState } from 'react';
import { pathAround } from './row-places';

const NONE: ReadonlySet<string> = new Set();

interface Collapsed {
  readonly paths: ReadonlySet<string>;
  readonly toggle: (path: string) => void;
  /** Opens all that a row stands in. */
  readonly reveal: (path: string) => void;
}

/**
 * Which sequences and items are collapsed. Each query begins with all of them open, so that what it found is seen;
 * without one (''), it is as it was left.
 */
export function useCollapsed(query: string): Collapsed {
  const [browsing, setBrowsing] = useState(NONE);
  const [searching, setSearching] = useState({ query: '', paths: NONE });
  const found = searching.query === query ? searching.paths : NONE;

  function toggle(path: string): void {
    if (query === '') setBrowsing((paths) => toggled(paths, path));
    else setSearching({ query, paths: toggled(found, path) });
  }

  function reveal(path: string): void {
    setBrowsing((paths) => withoutAround(paths, path));
    setSearching((before) => ({ ...before, paths: withoutAround(before.paths, path) }));
  }

  return { paths: query === '' ? browsing : found, toggle, reveal };
}

function toggled(paths: ReadonlySet<string>, path: string): ReadonlySet<string> {
  const next = new Set(paths);
  if (!next.delete(path)) next.add(path);
  return next;
}

function withoutAround(paths: ReadonlySet<string>, path: string): ReadonlySet<string> {
  const next = new Set(paths);
  for (let at = pathAround(path); at !== ''; at = pathAround(at)) next.delete(at);
  return next;
}
