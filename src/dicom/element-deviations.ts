import { valueBytes } from './binary-values';
import type { DataSet, Element } from './data-set';
import { isKnownVr } from './vr';
import { valueDeviation } from './value-deviations';

/** Bytes of one value (PS3.5 6.2); the length of an element is a multiple of it. */
const VALUE_BYTES: Readonly<Record<string, number>> = {
  ...{ AT: 4, FD: 8, FL: 4, OD: 8, OF: 4, OL: 4, OV: 8, OW: 2 },
  ...{ SL: 4, SS: 2, SV: 8, UL: 4, US: 2, UV: 8 },
};

const SPACE = 0x20;

const NONE: readonly string[] = [];

/**
 * What is wrong with an element for one who knows the dictionary and has read the value; short words each. `known`:
 * the VR that the dictionary has, `vr`: the one that it is read by, `value`: as in `HeaderRow`.
 */
export function elementDeviations(
  dataSet: DataSet,
  element: Element,
  { known, vr, value }: { readonly known: string; readonly vr: string; readonly value: string },
): readonly string[] {
  const ofVr = vrDeviation(element, known);
  const ofLength = lengthDeviation(dataSet, element, vr);
  const ofPadding = vr === 'UI' ? paddingDeviation(dataSet, element) : null;
  const ofValue = valueDeviation(vr, value);
  // Nearly always: a long header has tens of thousands of elements.
  if (ofVr === null && ofLength === null && ofPadding === null && ofValue === null) return NONE;
  return [ofVr, ofLength, ofPadding, ofValue].filter((reason) => reason !== null);
}

/** UN may stand for any VR (PS3.5 6.2.2); of an unknown one the reader of the data set has said so. */
export function vrDeviation({ vr, items }: Element, known: string): string | null {
  if (vr === known || known === '' || known === 'UN') return null;
  if (vr === undefined || vr === 'UN') {
    return items === undefined || known === 'SQ' ? null : `a sequence, the dictionary says ${known}`;
  }
  const isRight = !isKnownVr(vr) || known.split('/').includes(vr);
  return isRight ? null : `VR ${vr}, the dictionary says ${known.replaceAll('/', ' or ')}`;
}

/** A value that the end of the file cuts off is not wrong for itself. */
function lengthDeviation({ byteArray }: DataSet, element: Element, vr: string): string | null {
  const { dataOffset, length, hadUndefinedLength } = element;
  const bytes = VALUE_BYTES[vr];
  if (bytes === undefined || hadUndefinedLength === true || length % bytes === 0) return null;
  if (dataOffset + length >= byteArray.length) return null;
  return `${length} bytes, which is not a multiple of the ${bytes} of ${vr}`;
}

/** UIDs are padded with a zero byte, all other text with a space (PS3.5 9.1). */
function paddingDeviation(dataSet: DataSet, element: Element): string | null {
  return valueBytes(dataSet, element).at(-1) === SPACE ? 'a UID padded with a space' : null;
}
