import { isSingleText } from '../../dicom/vr';

/** A browser lays out so much text at once without a pause. */
const PIECE_CHARACTERS = 1 << 16;

/** The single values of a decoded value; none where it is empty. */
export function valuesOf(text: string, vr: string): readonly string[] {
  if (text === '') return [];
  return isSingleText(vr) ? [text] : text.split('\\');
}

/**
 * A long text in pieces that are drawn by themselves: each ends with a line, as far as lines are no longer than
 * a piece. Joined by nothing they are the text.
 */
export function textPieces(text: string, pieceCharacters = PIECE_CHARACTERS): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start, start + pieceCharacters);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

function pieceEnd(text: string, start: number, limit: number): number {
  if (limit >= text.length) return text.length;
  const afterLine = text.lastIndexOf('\n', limit - 1) + 1;
  if (afterLine > start) return afterLine;
  // Not between the two halves of a character.
  const isHigh = /[\ud800-\udbff]/.test(text.charAt(limit - 1));
  return isHigh && limit - 1 > start ? limit - 1 : limit;
}
