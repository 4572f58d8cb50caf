import type { DataSet } from '../dicom/data-set';
import { intOf, sequenceOf, textOf } from '../dicom/elements';
import type { Window } from './decoded-frame';

/**
 * Of a segmentation, which has no window of its own: from nothing of the segment to all of it, or, of a label map, to
 * the last segment (PS3.3 C.8.20.2), whatever the frame has of them. Null of any other image.
 */
export function segmentationWindow(dataSet: DataSet): Window | null {
  const largest = largestValue(dataSet);
  return largest === null ? null : { center: (largest + 1) / 2, width: largest + 1, explanation: '' };
}

function largestValue(dataSet: DataSet): number | null {
  switch (textOf(dataSet, 'x00620001')) {
    case 'BINARY':
      return 1;
    case 'FRACTIONAL':
      return intOf(dataSet, 'x0062000e') ?? 255;
    case 'LABELMAP':
      return Math.max(
        1,
        ...sequenceOf(dataSet, 'x00620002').map((segment) => intOf(segment, 'x00620004') ?? 0),
      );
    default:
      return null;
  }
}
