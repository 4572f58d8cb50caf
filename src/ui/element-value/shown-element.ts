import type { FileId } from '../../base/ids';
import type { HeaderRow } from '../../dicom/header-row';

/** An element, a sequence or an item that is looked at by itself. */
export interface ShownElement {
  readonly file: FileId;
  readonly row: HeaderRow;
  /** From the outermost sequence to `row` itself. */
  readonly trail: readonly HeaderRow[];
}
