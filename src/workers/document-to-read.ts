import type { Inflater } from '../archive/inflater';
import type { MetadataField } from '../base/file-metadata/metadata-field';

/** What a document or a picture holds in words. */
export interface DocumentContent {
  /** As it is written, where it has markup. */
  readonly text: string;
  /** What it says of itself. */
  readonly fields: readonly MetadataField[];
}

export interface DocumentToRead {
  /** They may be taken away. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Its path in the archive. */
  readonly where: string;
  readonly inflater: Inflater;
  readonly signal: AbortSignal;
}
