import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../base/problem';
import { readValueBytes, type ElementAddress } from '../../session/value-actions';

/** A multiple of every length of a row. */
export const PIECE_BYTES = 1 << 16;
/** As many pieces are kept: those read last. */
const MAX_PIECES = 64;

interface ValueBytesState {
  /** Null before the first piece is there. */
  readonly totalBytes: number | null;
  readonly pieces: ReadonlyMap<number, Uint8Array>;
  readonly problem: Problem | null;
}

interface ValuePieces extends ValueBytesState {
  /** Fetches the pieces from `first` to `last` that are not there. */
  readonly request: (first: number, last: number) => void;
}

/** The bytes of a value in pieces of `PIECE_BYTES`, read as they are asked for. */
export function useValueBytes({ file, path }: ElementAddress): ValuePieces {
  const [state, setState] = useState<ValueBytesState>({ totalBytes: null, pieces: new Map(), problem: null });
  const underWay = useRef(new Map<number, AbortController>());

  useEffect(() => {
    const requests = underWay.current;
    return () => {
      for (const controller of requests.values()) controller.abort();
      requests.clear();
    };
  }, []);

  const request = useCallback(
    (first: number, last: number) => {
      for (let piece = first; piece <= last; piece++) {
        if (state.pieces.has(piece) || underWay.current.has(piece)) continue;
        const controller = new AbortController();
        underWay.current.set(piece, controller);
        const start = piece * PIECE_BYTES;
        void readValueBytes({ file, path }, start, start + PIECE_BYTES, controller.signal).then((result) => {
          if (controller.signal.aborted) return;
          underWay.current.delete(piece);
          setState((before) =>
            result.ok
              ? {
                  totalBytes: result.value.totalBytes,
                  pieces: withPiece(before.pieces, piece, result.value.bytes),
                  problem: null,
                }
              : { ...before, problem: result.error },
          );
        });
      }
    },
    [file, path, state.pieces],
  );

  return { ...state, request };
}

function withPiece(
  pieces: ReadonlyMap<number, Uint8Array>,
  piece: number,
  bytes: Uint8Array,
): ReadonlyMap<number, Uint8Array> {
  return new Map([...pieces, [piece, bytes] as const].slice(-MAX_PIECES));
}
