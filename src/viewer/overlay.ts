import { VOI_LUT_APPLIED } from './applied-lines';
import { computeEdgeLetters } from './orientation';
import { bottomLeftLines, bottomRightLines, topLeftLines, topRightLines } from './overlay-corners';
import type { OverlayInput } from './overlay-input';
import { withoutEmpty } from './overlay-text';

/** The text over an image: lines from top to bottom in each corner, and in the middle of each edge. */
export interface Overlay {
  readonly topLeft: readonly string[];
  readonly topRight: readonly string[];
  readonly bottomLeft: readonly string[];
  readonly bottomRight: readonly string[];
  readonly top: readonly string[];
  readonly left: readonly string[];
  readonly bottom: readonly string[];
  readonly right: readonly string[];
  /** Whether the rulers are drawn. */
  readonly hasGraphics: boolean;
}

/** The overlay as Horos draws it; a line whose fields are all missing is not there. */
export function computeOverlay(input: OverlayInput): Overlay {
  if (input.level === 'none' || input.level === 'graphics') {
    return { ...EMPTY, hasGraphics: input.level === 'graphics' };
  }
  const letters = computeEdgeLetters(input.facts, input.camera);
  return {
    topLeft: [...topLeftLines(input), ...input.applied.filter((line) => line !== VOI_LUT_APPLIED)],
    topRight: topRightLines(input),
    bottomLeft: bottomLeftLines(input),
    bottomRight: bottomRightLines(input),
    top: withoutEmpty([letters.top, ...stateLines(input)]),
    left: withoutEmpty([letters.left]),
    bottom: withoutEmpty([letters.bottom]),
    right: withoutEmpty([letters.right]),
    hasGraphics: true,
  };
}

const EMPTY: Omit<Overlay, 'hasGraphics'> = {
  topLeft: [],
  topRight: [],
  bottomLeft: [],
  bottomRight: [],
  top: [],
  left: [],
  bottom: [],
  right: [],
};

function stateLines({ facts, camera, applied }: OverlayInput): readonly string[] {
  return [
    // A bare L under an orientation letter would read as a direction.
    facts.laterality === '' ? '' : `Laterality: ${facts.laterality}`,
    camera.flipHorizontal ? 'Horizontally Flipped' : '',
    camera.flipVertical ? 'Vertically Flipped' : '',
    applied.includes(VOI_LUT_APPLIED) ? VOI_LUT_APPLIED : '',
  ];
}
