import { decimalsOf } from '../elements';
import { type Attributes, itemsOf } from './attributes';
import type { FaceSection, MatrixSection } from './object-face';
import { factsOf, factsSection } from './sections';

/** Spatial and Deformable Spatial Registration (PS3.3 C.20.2, C.20.3): the matrices and the grids. */
export function registrationSections(attributes: Attributes): readonly FaceSection[] {
  const rigid = itemsOf(attributes, 'x00700308').flatMap((registration, index) =>
    matricesOf(registration, `Transformation ${String(index + 1)}`, 'x00700309'),
  );
  const deformable = itemsOf(attributes, 'x00640002').flatMap((registration) => [
    ...matricesOf(registration, 'Before the deformation', 'x0064000f'),
    ...itemsOf(registration, 'x00640005').map((grid) =>
      factsSection('Deformation grid', factsOf(grid, ['x00200032', 'x00200037', 'x00640007', 'x00640008'])),
    ),
    ...matricesOf(registration, 'After the deformation', 'x00640010'),
  ]);
  return [...rigid, ...deformable];
}

/** Frame of Reference Transformation Matrices, wherever in the item they stand. */
function matricesOf(
  registration: Attributes,
  heading: string,
  tag: 'x00700309' | 'x0064000f' | 'x00640010',
): readonly MatrixSection[] {
  const around = factsOf(registration, ['x00200052', 'x00640003']);
  const steps = itemsOf(registration, tag).flatMap((step) => [step, ...itemsOf(step, 'x0070030a')]);
  return steps.flatMap((step): readonly MatrixSection[] => {
    const numbers = decimalsOf(step.dataSet, 'x300600c6');
    if (numbers.length !== 16) return [];
    const rows = [0, 4, 8, 12].map((start) => numbers.slice(start, start + 4));
    return [{ as: 'matrix', heading, facts: [...around, ...factsOf(step, ['x0070030c'])], rows }];
  });
}
