import { decodePlainText, textEncodingOf, type TextEncoding } from '../base/plain-text';
import type { FileKind } from '../catalog/catalog-types';

/** What there is to show of a file that is not DICOM. Nothing of it is ever taken for a page's markup. */
export type PreviewContent =
  | {
      readonly as: 'text';
      readonly text: string;
      readonly encoding: TextEncoding;
      /** How many bytes of the file the text is. */
      readonly bytes: number;
    }
  | { readonly as: 'picture'; readonly blob: Blob }
  | { readonly as: 'pdf'; readonly blob: Blob }
  | {
      readonly as: 'bytes';
      readonly head: Uint8Array;
      /** Set where the file would be shown otherwise, but for its length. */
      readonly limitBytes: number | null;
    };

/** How to show a file, and how much of it is read for that. */
export interface PreviewPlan {
  readonly as: PreviewContent['as'];
  readonly limitBytes: number;
  /** The longest that is shown in the way of its kind, if this file is longer. */
  readonly exceededBytes: number | null;
}

/** More than anyone reads here, and what a browser lays out within half a second. */
const TEXT_BYTES = 2 ** 20;
const PICTURE_BYTES = 100e6;
const PDF_BYTES = 200e6;
const HEAD_BYTES = 256;

const TEXTS: ReadonlySet<FileKind> = new Set<FileKind>([
  'text',
  'xml',
  'html',
  'json',
  'svg',
  'rtf',
  'metaimage',
  // What it holds is the path that it leads to.
  'symlink',
]);

/** Those that every browser can show. */
const PICTURE_TYPES: Readonly<Partial<Record<FileKind, string>>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  icon: 'image/x-icon',
};

export function planPreview(kind: FileKind, bytes: number): PreviewPlan {
  if (TEXTS.has(kind)) return { as: 'text', limitBytes: TEXT_BYTES, exceededBytes: null };
  const whole = wholePlan(kind);
  if (whole !== null && bytes <= whole.limitBytes) return { ...whole, exceededBytes: null };
  return { as: 'bytes', limitBytes: HEAD_BYTES, exceededBytes: whole?.limitBytes ?? null };
}

function wholePlan(kind: FileKind): Pick<PreviewPlan, 'as' | 'limitBytes'> | null {
  if (kind === 'pdf') return { as: 'pdf', limitBytes: PDF_BYTES };
  return kind in PICTURE_TYPES ? { as: 'picture', limitBytes: PICTURE_BYTES } : null;
}

export function previewContent(
  kind: FileKind,
  { as, exceededBytes }: PreviewPlan,
  bytes: Uint8Array<ArrayBuffer>,
): PreviewContent {
  switch (as) {
    case 'text':
      return { as, text: decodePlainText(bytes), encoding: textEncodingOf(bytes), bytes: bytes.length };
    case 'picture':
      return { as, blob: new Blob([bytes], { type: PICTURE_TYPES[kind] ?? '' }) };
    case 'pdf':
      return { as, blob: new Blob([bytes], { type: 'application/pdf' }) };
    case 'bytes':
      return { as, head: bytes, limitBytes: exceededBytes };
  }
}
