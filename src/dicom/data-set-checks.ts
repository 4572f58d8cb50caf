import type { Element } from 'dicom-parser';
import { isDelimiter } from './element-header';
import { placeOf, type Reading, report } from './reading';
import { formatTag } from './tag';
import { isKnownVr } from './vr';

/** VRs of which the length may be undefined (PS3.5 7.1.2). */
const VRS_OF_UNDEFINED_LENGTH = new Set(['SQ', 'UN', 'OB', 'OW']);

/** What can be wrong with the header of an element for itself: its VR and its length (PS3.5 7.1). */
export function checkElementHeader(reading: Reading, element: Element): void {
  const { vr, length, hadUndefinedLength } = element;
  if (vr === undefined) {
    if (reading.isExplicit) report(reading, placeOf(reading, element), 'no VR');
  } else if (!isKnownVr(vr)) {
    report(reading, placeOf(reading, element), `unknown VR ${vr}`);
  } else if (hadUndefinedLength === true && !VRS_OF_UNDEFINED_LENGTH.has(vr)) {
    report(reading, placeOf(reading, element), `VR ${vr} of undefined length`);
  }
  if (hadUndefinedLength !== true && length % 2 === 1) {
    report(reading, placeOf(reading, element), `odd length ${length}`);
  }
}

/** Tags ascend, and each is there once (PS3.5 7.1). `earlier`: the same tag in the same data set. */
export function checkOrder(
  reading: Reading,
  element: Element,
  previous: Element | null,
  earlier: Element | undefined,
): void {
  if (earlier !== undefined) {
    report(reading, placeOf(reading, element), 'a second time in the same data set');
  } else if (previous !== null && element.tag < previous.tag) {
    report(reading, placeOf(reading, element), `out of order, after ${formatTag(previous.tag)}`);
  }
}

/** (gggg,0000), which says how long its group is: of file meta information; retired elsewhere (PS3.5 7.2). */
export function isGroupLength({ tag, length }: Element): boolean {
  return tag.endsWith('0000') && length === 4 && !isDelimiter(tag);
}

export function isSameGroup(one: Element, other: Element): boolean {
  return one.tag.slice(0, 5) === other.tag.slice(0, 5);
}

/** `end`: of the last element of the group. */
export function checkGroupLength(reading: Reading, groupLength: Element, end: number): void {
  const { byteArray, byteArrayParser } = reading.stream;
  const { dataOffset, length } = groupLength;
  const said = byteArrayParser.readUint32(byteArray, dataOffset);
  const found = end - dataOffset - length;
  if (said === found) return;
  report(
    reading,
    placeOf(reading, groupLength),
    `group length ${said}, but its elements have ${found} bytes`,
  );
}

/** Of compressed pixels, once their fragments are read (PS3.5 A.4). */
export function checkFragments(reading: Reading, element: Element, warnings: readonly string[]): void {
  const { fragments = [], basicOffsetTable = [] } = element;
  const starts = new Set(fragments.map(({ offset }) => offset));
  if (warnings.length > 0) report(reading, placeOf(reading, element), 'something other than fragments');
  if (fragments.some(({ length }) => length % 2 === 1)) {
    report(reading, placeOf(reading, element), 'a fragment of odd length');
  }
  if (basicOffsetTable.some((offset) => !starts.has(offset))) {
    report(reading, placeOf(reading, element), 'the Basic Offset Table points to where no fragment is');
  }
}
