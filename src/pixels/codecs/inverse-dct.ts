/** Fractional bits of the constants. */
const CONSTANT_BITS = 13;

/**
 * The accurate integer inverse DCT (ITU-T T.81 A.3.3) in the way of C. Loeffler, A. Ligtenberg and G. Moschytz
 * (1989), with the roundings that all common decoders share, so that values are equal to theirs. In place: `block`
 * has 64 dequantized coefficients, then 64 samples before the level shift. `precision`: 8 or 12.
 */
export function inverseDct(block: Int32Array, precision: number): void {
  // Columns keep some fractional bits; of 12 bits per sample, fewer of them fit into 32.
  const extraBits = precision > 8 ? 1 : 2;
  for (let column = 0; column < 8; column++) transform(block, column, 8, CONSTANT_BITS - extraBits);
  for (let row = 0; row < 8; row++) transform(block, row * 8, 1, CONSTANT_BITS + extraBits + 3);
}

/** Eight values in one dimension; the results are divided by 2 ** `shift`, rounded. */
function transform(block: Int32Array, first: number, step: number, shift: number): void {
  const i1 = first + step;
  const i2 = i1 + step;
  const i3 = i2 + step;
  const i4 = i3 + step;
  const i5 = i4 + step;
  const i6 = i5 + step;
  const i7 = i6 + step;
  const x0 = block[first] ?? 0;
  const x1 = block[i1] ?? 0;
  const x2 = block[i2] ?? 0;
  const x3 = block[i3] ?? 0;
  const x4 = block[i4] ?? 0;
  const x5 = block[i5] ?? 0;
  const x6 = block[i6] ?? 0;
  const x7 = block[i7] ?? 0;
  const half = 1 << (shift - 1);

  if ((x1 | x2 | x3 | x4 | x5 | x6 | x7) === 0) {
    const constant = ((x0 << CONSTANT_BITS) + half) >> shift;
    block[first] = block[i1] = block[i2] = block[i3] = constant;
    block[i4] = block[i5] = block[i6] = block[i7] = constant;
    return;
  }

  // Even part; the factors are those of the paper, times 2 ** CONSTANT_BITS.
  const evenRotation = Math.imul(x2 + x6, 4433);
  const even2 = evenRotation - Math.imul(x6, 15137);
  const even3 = evenRotation + Math.imul(x2, 6270);
  const sum04 = (x0 + x4) << CONSTANT_BITS;
  const difference04 = (x0 - x4) << CONSTANT_BITS;
  const a0 = sum04 + even3 + half;
  const a3 = sum04 - even3 + half;
  const a1 = difference04 + even2 + half;
  const a2 = difference04 - even2 + half;

  // Odd part.
  const oddRotation = Math.imul(x7 + x3 + x5 + x1, 9633);
  const z1 = Math.imul(x7 + x1, -7373);
  const z2 = Math.imul(x5 + x3, -20995);
  const z3 = Math.imul(x7 + x3, -16069) + oddRotation;
  const z4 = Math.imul(x5 + x1, -3196) + oddRotation;
  const b0 = Math.imul(x7, 2446) + z1 + z3;
  const b1 = Math.imul(x5, 16819) + z2 + z4;
  const b2 = Math.imul(x3, 25172) + z2 + z3;
  const b3 = Math.imul(x1, 12299) + z1 + z4;

  block[first] = (a0 + b3) >> shift;
  block[i7] = (a0 - b3) >> shift;
  block[i1] = (a1 + b2) >> shift;
  block[i6] = (a1 - b2) >> shift;
  block[i2] = (a2 + b1) >> shift;
  block[i5] = (a2 - b1) >> shift;
  block[i3] = (a3 + b0) >> shift;
  block[i4] = (a3 - b0) >> shift;
}
