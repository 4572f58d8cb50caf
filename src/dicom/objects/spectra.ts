/** The spectra, or the signals they are computed from, of an MR spectroscopy object (PS3.3 C.8.14.4). */
export interface Spectra {
  readonly rows: number;
  readonly columns: number;
  readonly frames: number;
  /** Of each voxel: Data Point Rows × Data Point Columns. */
  readonly points: number;
  /** Data Representation: two numbers for each point, or one. */
  readonly isComplex: boolean;
  /** Signal Domain Columns. */
  readonly domain: 'time' | 'frequency';
  /** Hz; null where the file does not say. */
  readonly spectralWidthHz: number | null;
  /** Frame by frame, row by row, voxel by voxel, point by point. */
  readonly data: Float32Array;
}

/** Of one voxel, from 0. */
export interface Voxel {
  readonly frame: number;
  readonly row: number;
  readonly column: number;
}

/** Real and imaginary part of every point of a voxel; fewer where the data end early. */
export function signalOf(
  spectra: Spectra,
  { frame, row, column }: Voxel,
): { real: Float64Array; imaginary: Float64Array } {
  const { rows, columns, points, isComplex, data } = spectra;
  const width = isComplex ? 2 : 1;
  const start = ((frame * rows + row) * columns + column) * points * width;
  const length = Math.max(0, Math.min(points, Math.floor((data.length - start) / width)));
  const real = new Float64Array(length);
  const imaginary = new Float64Array(length);
  for (let point = 0; point < length; point++) {
    real[point] = data[start + point * width] ?? 0;
    if (isComplex) imaginary[point] = data[start + point * width + 1] ?? 0;
  }
  return { real, imaginary };
}
