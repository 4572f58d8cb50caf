/** How pixels are shown that are larger than the screen's; smaller ones are averaged, whatever is chosen. */
export type Interpolation = 'nearest' | 'bilinear' | 'bicubic';

/** Along one axis of an image: `count` pixels of a picture cover `length` of the image, from `start` (pixel 0: 0 to 1). */
export interface AxisPlan {
  readonly start: number;
  readonly length: number;
  readonly count: number;
}

/** For each pixel of the picture as many neighbours in the image as there are taps, and what each of them counts. */
export interface AxisWeights {
  readonly taps: number;
  /** The first neighbour. */
  readonly first: Int32Array;
  /** Of a pixel one after the other; their sum is 1. */
  readonly weights: Float32Array;
}

/** `size`: how many pixels the image has along the axis; its outermost ones go on beyond its edges. */
export function axisWeights(plan: AxisPlan, size: number, interpolation: Interpolation): AxisWeights {
  const kernel = kernelOf(plan, interpolation);
  const step = plan.length / plan.count;
  const taps = Math.min(kernel.taps, size);
  const first = new Int32Array(plan.count);
  const weights = new Float32Array(plan.count * taps);
  for (let index = 0; index < plan.count; index++) {
    const middle = plan.start + (index + 0.5) * step;
    const from = kernel.firstOf(middle);
    const start = Math.max(0, Math.min(size - taps, from));
    first[index] = start;
    for (let tap = 0; tap < kernel.taps; tap++) {
      const pixel = Math.max(0, Math.min(size - 1, from + tap));
      const at = index * taps + pixel - start;
      weights[at] = (weights[at] ?? 0) + kernel.weightOf(from + tap + 0.5 - middle);
    }
  }
  return { taps, first, weights };
}

/** What a pixel of the image counts by how far its middle is from the middle of the picture's. */
interface Kernel {
  readonly taps: number;
  readonly firstOf: (middle: number) => number;
  readonly weightOf: (distance: number) => number;
}

function kernelOf({ length, count }: AxisPlan, interpolation: Interpolation): Kernel {
  if (length > count) return areaKernel(length / count);
  switch (interpolation) {
    case 'nearest':
      return { taps: 1, firstOf: Math.floor, weightOf: () => 1 };
    case 'bilinear':
      return { taps: 2, firstOf: (middle) => Math.floor(middle - 0.5), weightOf: (x) => 1 - Math.abs(x) };
    case 'bicubic':
      return { taps: 4, firstOf: (middle) => Math.floor(middle - 1.5), weightOf: catmullRom };
  }
}

/** The share of a pixel of the picture, `width` pixels of the image wide, that a pixel of the image covers. */
function areaKernel(width: number): Kernel {
  return {
    taps: Math.ceil(width) + 1,
    firstOf: (middle) => Math.floor(middle - width / 2),
    weightOf: (x) => {
      const overlap = Math.min(x + 0.5, width / 2) - Math.max(x - 0.5, -width / 2);
      return Math.max(0, overlap) / width;
    },
  };
}

/** The cubic convolution of Keys (1981) with a = -1/2: it goes through the pixels, with edges steeper than linear. */
function catmullRom(distance: number): number {
  const x = Math.abs(distance);
  if (x >= 2) return 0;
  return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
}
