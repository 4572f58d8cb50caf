import type { OtherFileKind } from './file-kind';

/**
 * What can be wrong with input, and the facts that a sentence about it needs. `ui/problem-words.ts` owns the
 * words; this table owns the codes, so that a code without words does not compile.
 */
export interface ProblemDetails {
  /** The file is not a ZIP archive: no end of central directory record. */
  'not-a-zip': { readonly bytes: number; readonly looksLike: OtherFileKind | 'dicom' };
  /** Zero bytes. */
  'empty-file': Record<never, never>;
  /** Local headers are there but the central directory is missing or runs past the end. */
  'truncated-archive': { readonly bytes: number };
  /** The central directory is missing; how many files were found by their local headers, in an archive of `bytes`. */
  'archive-salvaged': { readonly entries: number; readonly bytes: number };
  /** A split archive of which not all parts were given. */
  'archive-parts-missing': { readonly parts: number; readonly given: number };
  /** An archive with more entries than are listed without a question. */
  'archive-too-many-entries': { readonly entries: number; readonly limit: number };
  /** Of an archive as a whole: archives inside it that were left closed because of a limit; `depth` is theirs. */
  'nested-not-opened': { readonly archives: number; readonly depth: number };
  /** The central directory contradicts itself. */
  'bad-directory': { readonly offset: number; readonly reason: string };
  /** The file changed on disk, was deleted, or its medium was pulled out while it was open. */
  'source-unreadable': { readonly offset: number; readonly reason: string };
  /** Of the archive as a whole: how many of its files ended in `entry-encrypted`. */
  'archive-encrypted': { readonly encrypted: number; readonly entries: number };
  'entry-encrypted': Record<never, never>;
  'entry-method-unsupported': { readonly method: number; readonly methodName: string };
  /** The local header of an entry is not where the directory says, or does not fit. */
  'entry-header-bad': { readonly offset: number };
  /** The compressed stream of an entry is damaged or ends early. */
  'entry-data-damaged': { readonly reason: string };
  'entry-crc-mismatch': { readonly expected: string; readonly actual: string };
  /** The authentication code of an encrypted entry does not fit its data. */
  'entry-not-authentic': Record<never, never>;
  /** It claims bytes of the archive that another entry has, too. */
  'entry-overlaps': { readonly other: string };
  /** A path that must not be used to write a file. */
  'entry-path-unsafe': { readonly reason: string };
  'entry-size-mismatch': { readonly expected: number; readonly actual: number };
  /** Longer than what can be held in memory at once, or than a header is ever read for. */
  'entry-too-large': { readonly bytes: number; readonly limitBytes: number };
  /**
   * The data set ends before its last element does. `offset` is in bytes from the start of the file, `path` that of
   * the header's row, `00082112[0].00081155`; `tag` and `path` are '' where it ends inside a tag.
   */
  'dicom-truncated': { readonly offset: number; readonly tag: string; readonly path: string };
  /** Not readable as a data set at all, although it says that it is DICOM. */
  'dicom-unreadable': { readonly offset: number; readonly reason: string };
  /** Read although it breaks the standard: what, and where; `tag` and `path` are '' where it is of no element. */
  'dicom-deviation': {
    readonly offset: number;
    readonly tag: string;
    readonly path: string;
    readonly reason: string;
  };
  /** A specific character set that is unknown, or bytes that it does not allow. */
  'charset-fallback': { readonly declared: string; readonly used: string };
  /** A DICOMDIR lists files that are not in the archive; up to three of their File IDs, as paths. */
  'dicomdir-missing': {
    readonly listed: number;
    readonly missing: number;
    readonly examples: readonly string[];
  };
  /** A DICOMDIR lists files whose instances are in the archive under another path. */
  'dicomdir-elsewhere': {
    readonly listed: number;
    readonly elsewhere: number;
    readonly examples: readonly { readonly fileId: string; readonly path: string }[];
  };
  /** DICOM files of the folder of a DICOMDIR that it does not list; up to three of their paths. */
  'dicomdir-unlisted': { readonly unlisted: number; readonly examples: readonly string[] };
  /** The object has no pixel data. */
  'no-pixels': { readonly sopClassName: string };
  /** The codec for this transfer syntax is not part of the product. */
  'codec-unsupported': { readonly transferSyntaxName: string };
  /** The image pixel module is missing something, or contradicts itself. */
  'pixels-undescribed': { readonly reason: string };
  'pixels-truncated': { readonly expectedBytes: number; readonly actualBytes: number };
  /** Pixel Data is longer than the frames that the header describes, by more than the byte that pads it. */
  'pixels-surplus': { readonly expectedBytes: number; readonly actualBytes: number };
  /** A Photometric Interpretation that is unknown, or does not go with what else is there. */
  'photometric-assumed': { readonly photometricInterpretation: string; readonly shownAs: string };
  /** A codec refused the stream. */
  'decode-failed': { readonly codec: string; readonly reason: string };
  /** Neither the browser nor a reader of this page can show a file that is not DICOM. */
  'preview-failed': { readonly reason: string };
  /** A file that was opened as review options is none, or says what cannot be. */
  'review-options-unreadable': { readonly reason: string };
  /** A document whose text was not searched: it does not open. */
  'text-unread': { readonly reason: string };
  /** Its worker was ended after that time. */
  'decode-timeout': { readonly seconds: number };
  /** A worker died. */
  'worker-crashed': { readonly reason: string };
  cancelled: Record<never, never>;
}

export type ProblemCode = keyof ProblemDetails;

/** Something wrong with the input: what (`code`), where (a path in the archive), and the facts. */
export type Problem = {
  readonly [Code in ProblemCode]: {
    readonly code: Code;
    readonly where: string;
    readonly detail: ProblemDetails[Code];
  };
}[ProblemCode];

export function problem<Code extends ProblemCode>(
  code: Code,
  where: string,
  detail: ProblemDetails[Code],
): Problem {
  // The mapped type above is exactly this triple for each code; TypeScript cannot see it through a type parameter.
  return { code, where, detail } as unknown as Problem;
}
