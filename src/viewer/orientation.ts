import { along, negate, type Vector } from '../base/vector';
import { directionMatrix, type Camera } from './camera';
import type { ImageFacts } from './image-facts';

/** What each edge of the view points to in the patient: `A`, `AL`, `ALS`; '' where the file does not say. */
export interface EdgeLetters {
  readonly top: string;
  readonly left: string;
  readonly bottom: string;
  readonly right: string;
}

/** A direction cosine below this gets no letter: 0.2 is 11.5 degrees. */
const LEAST_COMPONENT = 0.2;

/** The patient's x grows to the left, y to the back, z to the head (PS3.3 C.7.6.2.1.1). */
const AXES = [
  { positive: 'L', negative: 'R' },
  { positive: 'P', negative: 'A' },
  { positive: 'S', negative: 'I' },
] as const;

/** Patient Orientation (PS3.3 C.7.6.1.1.1) for bipeds; head and foot are drawn as superior and inferior. */
const LETTER_VECTORS: Readonly<Record<string, Vector>> = {
  L: [1, 0, 0],
  R: [-1, 0, 0],
  P: [0, 1, 0],
  A: [0, -1, 0],
  H: [0, 0, 1],
  F: [0, 0, -1],
};

const ZERO: Vector = [0, 0, 0];

const NO_LETTERS: EdgeLetters = { top: '', left: '', bottom: '', right: '' };

/** The letters of the picture as the camera draws it. */
export function computeEdgeLetters(
  facts: Pick<ImageFacts, 'plane' | 'patientOrientation'>,
  camera: Camera,
): EdgeLetters {
  // The direction matrix is orthogonal, so its rows are the screen's axes in the image's own directions.
  const { a, b, c, d } = directionMatrix(camera);
  if (facts.plane !== null) {
    const { row, column } = facts.plane;
    const right = combine(row, a, column, c);
    const down = combine(row, b, column, d);
    return {
      top: directionLetters(negate(down)),
      left: directionLetters(negate(right)),
      bottom: directionLetters(down),
      right: directionLetters(right),
    };
  }
  const named = facts.patientOrientation;
  if (named === null) return NO_LETTERS;
  return {
    top: namedLetters(named, -b, -d),
    left: namedLetters(named, -a, -c),
    bottom: namedLetters(named, b, d),
    right: namedLetters(named, a, c),
  };
}

/** Up to three letters for a direction in the patient, the largest component first. */
export function directionLetters(direction: Vector): string {
  return direction
    .map((component, axis) => ({ size: Math.abs(component), letter: axisLetter(component, axis) }))
    .filter(({ size }) => size > LEAST_COMPONENT)
    .sort((one, other) => other.size - one.size)
    .map(({ letter }) => letter)
    .join('');
}

/**
 * Letters for `alongRow` times the row's direction plus `alongColumn` times the column's, both known only by
 * name. `LF` names an order, not sizes: several letters cannot be turned by other than right angles.
 */
function namedLetters(named: readonly [string, string], alongRow: number, alongColumn: number): string {
  if (alongColumn === 0) return renamed(named[0], alongRow);
  if (alongRow === 0) return renamed(named[1], alongColumn);
  const row = LETTER_VECTORS[named[0]];
  const column = LETTER_VECTORS[named[1]];
  return row === undefined || column === undefined
    ? ''
    : directionLetters(combine(row, alongRow, column, alongColumn));
}

/** `HL` as `SL`, or as `IR` for the opposite direction; '' unless each letter is one of a biped's. */
function renamed(letters: string, sign: number): string {
  if (!/^[LRPAHF]+$/.test(letters)) return '';
  return Array.from(letters, (letter) =>
    directionLetters(combine(LETTER_VECTORS[letter] ?? ZERO, sign, ZERO, 0)),
  ).join('');
}

function axisLetter(component: number, axis: number): string {
  const letters = AXES[axis];
  return letters === undefined ? '' : component < 0 ? letters.negative : letters.positive;
}

function combine(one: Vector, oneFactor: number, other: Vector, otherFactor: number): Vector {
  return along(along(ZERO, one, oneFactor), other, otherFactor);
}
