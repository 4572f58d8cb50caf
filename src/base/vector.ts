/** In space: x, y and z. */
export type Vector = readonly [number, number, number];

/** `start + factor * direction`. */
export function along(start: Vector, direction: Vector, factor: number): Vector {
  return [
    start[0] + direction[0] * factor,
    start[1] + direction[1] * factor,
    start[2] + direction[2] * factor,
  ];
}

export function minus(one: Vector, other: Vector): Vector {
  return along(one, other, -1);
}

export function negate(vector: Vector): Vector {
  return [-vector[0], -vector[1], -vector[2]];
}

export function dot(one: Vector, other: Vector): number {
  return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
}

export function cross(one: Vector, other: Vector): Vector {
  return [
    one[1] * other[2] - one[2] * other[1],
    one[2] * other[0] - one[0] * other[2],
    one[0] * other[1] - one[1] * other[0],
  ];
}

/** NaN where a coordinate is. */
export function norm(vector: Vector): number {
  return Math.hypot(...vector);
}

/** Of length 1; NaN for one without length. */
export function unit(vector: Vector): Vector {
  const length = norm(vector);
  return [vector[0] / length, vector[1] / length, vector[2] / length];
}
