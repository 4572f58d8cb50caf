import { valueBytes } from '../dicom/binary-values';
import type { DataSet } from '../dicom/data-set';
import type { TagKey } from '../dicom/tag';

/** The bytes of an OB or OW value as a little endian data set has them; none where the element is absent. */
export function littleEndianBytes(dataSet: DataSet, tag: TagKey): Uint8Array {
  const element = dataSet.elements[tag];
  if (element === undefined) return new Uint8Array();
  const bytes = valueBytes(dataSet, element);
  const { readUint16 } = element.parser ?? dataSet.byteArrayParser;
  const isLittleEndian = readUint16(Uint8Array.of(1, 0), 0) === 1;
  // Swapped in pairs, with a byte that is left over at the end as it is.
  return isLittleEndian || element.vr === 'OB' ? bytes : bytes.map((byte, index) => bytes[index ^ 1] ?? byte);
}
