import type { TextPiece } from './search-marks';

/** A text in which what was searched for is marked. */
export function MarkedText({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return pieces.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text));
}
