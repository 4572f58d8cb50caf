/**
 * What can be wrong with input, and the facts that a sentence about it needs. `ui/problem-words.ts` owns the
 * words; this table owns the codes, so that a code without words does not compile.
 */
export interface ProblemDetails {
  /** The file is not a ZIP archive: no end of central directory record. */
  'not-a-zip': { readonly bytes: number; readonly looksLike: string };
  /** A folder was dropped; only archives can be opened. */
  'is-a-folder': Record<never, never>;
  /** Zero bytes. */
  'empty-file': Record<never, never>;
  /** Local headers are there but the central directory is missing or runs past the end. */
  'truncated-archive': { readonly bytes: number };
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
  'entry-size-mismatch': { readonly expected: number; readonly actual: number };
  /** Longer than what can be held in memory at once, or than a header is ever read for. */
  'entry-too-large': { readonly bytes: number; readonly limitBytes: number };
  /** The data set ends before its last element does. `offset` is in bytes from the start of the file. */
  'dicom-truncated': { readonly offset: number; readonly tag: string };
  /** Not readable as a data set at all, although it says that it is DICOM. */
  'dicom-unreadable': { readonly offset: number; readonly reason: string };
  /** Read although it breaks the standard: what, and where. */
  'dicom-deviation': { readonly offset: number; readonly tag: string; readonly reason: string };
  /** A specific character set that is unknown, or bytes that it does not allow. */
  'charset-fallback': { readonly declared: string; readonly used: string };
  /** The object has no pixel data. */
  'no-pixels': { readonly sopClassName: string };
  /** The codec for this transfer syntax is not part of the product. */
  'codec-unsupported': { readonly transferSyntaxName: string };
  /** The image pixel module is missing something, or contradicts itself. */
  'pixels-undescribed': { readonly reason: string };
  'pixels-truncated': { readonly expectedBytes: number; readonly actualBytes: number };
  /** A codec refused the stream. */
  'decode-failed': { readonly codec: string; readonly reason: string };
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
