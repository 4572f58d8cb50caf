import type { DctComponent, DctFrame } from './dct-frame';
import { inverseDct } from './inverse-dct';
import { ZIGZAG } from './jpeg-blocks';

/** A component's samples, whole blocks. */
interface Plane {
  readonly samples: Uint16Array;
  readonly stride: number;
}

/** The samples of a frame: row-major, components interleaved, each at the picture's resolution; as coded. */
export function computeSamples(frame: DctFrame): Uint16Array<ArrayBuffer> {
  const { header, components } = frame;
  const { columns, rows, precision } = header;
  const samples = new Uint16Array(columns * rows * components.length);
  for (const [place, component] of components.entries()) {
    const plane = computePlane(component, precision);
    const readRow = rowReader(frame, component, plane);
    for (let row = 0; row < rows; row++) {
      const source = readRow(row);
      let target = row * columns * components.length + place;
      for (let column = 0; column < columns; column++, target += components.length) {
        samples[target] = source[column] ?? 0;
      }
    }
  }
  return samples;
}

/** Dequantizes and transforms every block (ITU-T T.81 A.3.3, A.3.4). */
function computePlane(component: DctComponent, precision: number): Plane {
  const { blockColumns, blockRows, blockStride, coefficients, quantization } = component;
  const stride = blockColumns * 8;
  const samples = new Uint16Array(stride * blockRows * 8);
  const factors = inPlaces(quantization);
  const block = new Int32Array(64);
  const middle = 2 ** (precision - 1);
  const max = 2 ** precision - 1;
  for (let row = 0; row < blockRows; row++) {
    for (let column = 0; column < blockColumns; column++) {
      const first = (row * blockStride + column) * 64;
      for (let index = 0; index < 64; index++) {
        block[index] = (coefficients[first + index] ?? 0) * (factors[index] ?? 0);
      }
      inverseDct(block, precision);
      for (let index = 0; index < 64; index++) {
        const sample = (block[index] ?? 0) + middle;
        const target = (row * 8 + (index >> 3)) * stride + column * 8 + (index & 7);
        samples[target] = sample < 0 ? 0 : sample > max ? max : sample;
      }
    }
  }
  return { samples, stride };
}

/** Quantization factors in the places of their coefficients; ones for a component that no scan had. */
function inPlaces(quantization: Uint16Array | null): Int32Array {
  const factors = new Int32Array(64).fill(1);
  quantization?.forEach((factor, k) => {
    factors[ZIGZAG[k] ?? 0] = factor;
  });
  return factors;
}

/** Gives any row of the picture from a plane, which may be of lower resolution. */
function rowReader(frame: DctFrame, component: DctComponent, plane: Plane): (row: number) => Uint16Array {
  const { header, columns } = component;
  const horizontal = frame.maxHorizontal / header.horizontalSampling;
  const vertical = frame.maxVertical / header.verticalSampling;
  if (horizontal === 2 && (vertical === 1 || vertical === 2) && columns > 2) {
    return triangleReader(component, plane, vertical);
  }
  const lastRow = component.rows - 1;
  const rowOf = (row: number) => rowOfPlane(plane, Math.min(lastRow, Math.floor(row / vertical)));
  if (horizontal === 1) return rowOf;
  const repeated = new Uint16Array(frame.header.columns);
  return (row) => {
    const source = rowOf(row);
    return repeated.map((_, column) => source[Math.floor(column / horizontal)] ?? 0);
  };
}

/**
 * Chroma of half the resolution lies between the pixels: each gets 3/4 of the nearer sample and 1/4 of the other,
 * in both directions where both are halved; rounded up and down in turn. This is what all common decoders do.
 */
function triangleReader(
  component: DctComponent,
  plane: Plane,
  vertical: 1 | 2,
): (row: number) => Uint16Array {
  const { columns, rows } = component;
  const sums = new Int32Array(columns);
  const samples = new Uint16Array(columns * 2);
  const [shift, roundEven, roundOdd] = vertical === 1 ? [2, 1, 2] : [4, 8, 7];
  return (row) => {
    const nearRow = Math.floor(row / vertical);
    const farRow = Math.min(rows - 1, Math.max(0, row % 2 === 0 ? nearRow - 1 : nearRow + 1));
    const near = rowOfPlane(plane, nearRow);
    const far = rowOfPlane(plane, farRow);
    for (let column = 0; column < columns; column++) {
      const sample = near[column] ?? 0;
      sums[column] = vertical === 1 ? sample : sample * 3 + (far[column] ?? 0);
    }
    for (let column = 0; column < columns; column++) {
      const sum = sums[column] ?? 0;
      samples[column * 2] = (sum * 3 + (sums[column - 1] ?? sum) + roundEven) >> shift;
      samples[column * 2 + 1] = (sum * 3 + (sums[column + 1] ?? sum) + roundOdd) >> shift;
    }
    return samples;
  };
}

function rowOfPlane({ samples, stride }: Plane, row: number): Uint16Array {
  return samples.subarray(row * stride, (row + 1) * stride);
}
