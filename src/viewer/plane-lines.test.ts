import { describe, expect, it } from 'vitest';
import { overlayPlane } from '../pixels/overlay-plane.fixture';
import type { OverlayPlane } from '../pixels/overlay-planes';
import { planeLines } from './plane-lines';

function lines(planes: readonly Partial<OverlayPlane>[], overlayGroup?: number): readonly string[] {
  const overlays = planes.map((given) => overlayPlane(['#'], given));
  const shutter =
    overlayGroup === undefined ? null : ({ shapes: [], overlayGroup, colour: [0, 0, 0] } as const);
  return planeLines({ overlays, shutter });
}

describe('planeLines', () => {
  it('names planes by their label, else their description', () => {
    expect(lines([{ label: 'DISC', description: 'A disc' }, { description: 'Marks' }])).toEqual([
      'Overlay: DISC, Marks',
    ]);
  });

  it('counts those without a name, and more than three', () => {
    expect(lines([])).toEqual([]);
    expect(lines([{}])).toEqual(['Overlay: 1 plane']);
    expect(lines([{}, {}])).toEqual(['Overlay: 2 planes']);
    expect(lines([{ label: 'A' }, {}])).toEqual(['Overlay: A, 1 more']);
    expect(lines(['A', 'B', 'C', 'D', 'E'].map((label) => ({ label })))).toEqual([
      'Overlay: A, B, C, 2 more',
    ]);
  });

  it('says that there is a shutter, and that its plane is no overlay', () => {
    expect(lines([{ group: 0x6002, label: 'Mask' }], 0x6002)).toEqual(['Shutter Applied']);
  });
});
