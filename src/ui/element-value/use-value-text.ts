import { useEffect, useState } from 'react';
import type { Problem } from '../../base/problem';
import type { ValueText } from '../../dicom/value-text';
import { readValueText } from '../../session/value-actions';
import type { ShownElement } from './shown-element';

export type ValueTextState =
  | { readonly phase: 'loading' }
  | ({ readonly phase: 'ready' } & ValueText)
  | { readonly phase: 'failed'; readonly problem: Problem };

/** All of a value: from its row, where that has all of it, else read anew. */
export function useValueText({ file, row }: ShownElement): ValueTextState {
  const { path, vr, value, valueIsCut } = row;
  // Streams of numbers are shown as bytes in their row.
  const isWhole = !valueIsCut && !vr.startsWith('O');
  const [state, setState] = useState<ValueTextState>(
    isWhole ? { phase: 'ready', text: value, isCut: false } : { phase: 'loading' },
  );

  useEffect(() => {
    if (isWhole) return;
    const controller = new AbortController();
    void readValueText({ file, path }, vr, controller.signal).then((result) => {
      if (controller.signal.aborted) return;
      setState(result.ok ? { phase: 'ready', ...result.value } : { phase: 'failed', problem: result.error });
    });
    return () => controller.abort();
  }, [file, path, vr, isWhole]);

  return state;
}
