import { useEffect } from 'react';
import { runCommand } from '../../session/viewer-commands';
import { commandOfKey } from '../../viewer/keys';

/** The viewer's keys work wherever the focus is, unless what has it needs the key itself. */
export function useViewerKeys(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const command = commandOfKey(event);
      if (command === null || event.defaultPrevented || needsKey(event)) return;
      event.preventDefault();
      runCommand(command);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function needsKey(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest('input, select, textarea, video, [role=dialog], [role=menu], [role=separator]') !== null)
    return true;
  if (target.closest('[role=document]') !== null && SCROLL_KEYS.includes(event.key)) return true;
  if (target.closest('[data-scrolls=sideways]') !== null && SIDEWAYS_KEYS.includes(event.key)) return true;
  if (event.key === ' ') return target.closest('button, [role=row]') !== null;
  return event.key.startsWith('Arrow') && target.closest('[role=tablist]') !== null;
}

/** A text scrolls by them. */
const SCROLL_KEYS: readonly string[] = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '];
/** And a recording by these too. */
const SIDEWAYS_KEYS: readonly string[] = ['ArrowLeft', 'ArrowRight'];
