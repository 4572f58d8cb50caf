import type { Problem } from '../base/problem';
import { formatBytes } from './format';

export interface ProblemWords {
  /** What is wrong, in one sentence. */
  readonly what: string;
  /** What a person can do about it; '' where there is nothing to do. */
  readonly remedy: string;
}

function hexTag(tag: string): string {
  return tag === '' ? '' : ` at ${tag}`;
}

/** The sentences for each problem. The only place of the product that words them. */
export function problemWords(problem: Problem): ProblemWords {
  switch (problem.code) {
    case 'not-a-zip':
      return {
        what:
          problem.detail.looksLike === 'unknown'
            ? 'This is not a ZIP archive.'
            : `This is not a ZIP archive: it looks like ${problem.detail.looksLike}.`,
        remedy: 'Choose the ZIP file itself. If it came by mail or download, fetch it once more.',
      };
    case 'is-a-folder':
      return {
        what: 'This is a folder. This version opens ZIP archives only.',
        remedy: 'Pack the folder as a ZIP and drop that.',
      };
    case 'empty-file':
      return { what: 'The file is empty: 0 bytes.', remedy: 'Fetch it once more; the copy failed.' };
    case 'truncated-archive':
      return {
        what: `The archive is cut off: its directory, which stands at the end, is not in the ${formatBytes(problem.detail.bytes)} that there are.`,
        remedy: 'Copy or download it once more.',
      };
    case 'bad-directory':
      return {
        what: `The archive's directory is damaged at byte ${String(problem.detail.offset)}: ${problem.detail.reason}.`,
        remedy: 'What the directory still lists is shown. Ask for the archive again.',
      };
    case 'source-unreadable':
      return {
        what: `The file can no longer be read (${problem.detail.reason}). It was changed, moved or deleted since it was chosen, or its drive was removed.`,
        remedy: 'What was read stays. Open the file again to read the rest.',
      };
    case 'archive-encrypted':
      return {
        what: `${String(problem.detail.encrypted)} of its ${String(problem.detail.entries)} files are encrypted with a password. This version cannot open encrypted files.`,
        remedy: 'Extract them with their password and pack them again without one.',
      };
    case 'entry-encrypted':
      return {
        what: 'This entry is encrypted with a password. This version cannot open encrypted entries.',
        remedy: 'Extract it with its password and pack it again without one.',
      };
    case 'entry-method-unsupported':
      return {
        what: `This entry is compressed with ${problem.detail.methodName} (method ${String(problem.detail.method)}), which this page cannot open.`,
        remedy: 'Pack it again with the usual Deflate method.',
      };
    case 'entry-header-bad':
      return {
        what: `The entry does not begin where the archive's directory says (byte ${String(problem.detail.offset)}).`,
        remedy: '',
      };
    case 'entry-data-damaged':
      return { what: `The compressed data of this entry are damaged: ${problem.detail.reason}.`, remedy: '' };
    case 'entry-crc-mismatch':
      return {
        what: `The checksum does not fit: the archive says ${problem.detail.expected}, the content gives ${problem.detail.actual}.`,
        remedy: 'The content differs from what was packed.',
      };
    case 'entry-size-mismatch':
      return {
        what: `The archive promises ${formatBytes(problem.detail.expected)}, the entry holds ${formatBytes(problem.detail.actual)}.`,
        remedy: '',
      };
    case 'entry-too-large':
      return {
        what: `This entry of ${formatBytes(problem.detail.bytes)} is larger than the ${formatBytes(problem.detail.limitBytes)} that can be read of it.`,
        remedy: '',
      };
    case 'dicom-truncated':
      return {
        what: `The file is cut off${hexTag(problem.detail.tag)}, byte ${String(problem.detail.offset)}.`,
        remedy: 'What stands before is shown.',
      };
    case 'dicom-unreadable':
      return {
        what: `The file says that it is DICOM but cannot be read from byte ${String(problem.detail.offset)}: ${problem.detail.reason}.`,
        remedy: '',
      };
    case 'dicom-deviation':
      return {
        what: `Not as the standard has it${hexTag(problem.detail.tag)}, byte ${String(problem.detail.offset)}: ${problem.detail.reason}.`,
        remedy: '',
      };
    case 'charset-fallback':
      return {
        what: `Text is not in the character set that the file declares (${problem.detail.declared || 'none'}); read as ${problem.detail.used}.`,
        remedy: '',
      };
    case 'no-pixels':
      return {
        what: `No image: this is ${withArticle(problem.detail.sopClassName.replace(/ Storage$/, ''))} without pixel data.`,
        remedy: 'Its header is beside.',
      };
    case 'codec-unsupported':
      return {
        what: `The image is compressed as ${problem.detail.transferSyntaxName}, which this version cannot decode.`,
        remedy: 'Its header is beside.',
      };
    case 'pixels-undescribed':
      return {
        what: `The header does not describe its pixels well enough to draw them: ${problem.detail.reason}.`,
        remedy: '',
      };
    case 'pixels-truncated':
      return {
        what: `Pixel data are missing: only ${formatBytes(problem.detail.actualBytes)} of ${formatBytes(problem.detail.expectedBytes)} are there.`,
        remedy: '',
      };
    case 'decode-failed':
      return {
        what: `The image could not be decoded (${problem.detail.codec}): ${problem.detail.reason}.`,
        remedy: 'Its data are probably damaged.',
      };
    case 'decode-timeout':
      return {
        what: `Decoding took over ${String(problem.detail.seconds)} seconds and was stopped.`,
        remedy: 'Its data are probably damaged.',
      };
    case 'worker-crashed':
      return {
        what: `Reading it failed inside this page: ${problem.detail.reason}.`,
        remedy: 'Try once more; other files are not affected.',
      };
    case 'cancelled':
      return { what: 'Not read: the scan was cancelled.', remedy: '' };
  }
}

/** An abbreviation goes by how its first letter is said: an MR Image, a CT Image. */
function withArticle(noun: string): string {
  if (noun === '') return 'an object';
  const [word = ''] = noun.split(' ');
  const isAbbreviation = word === word.toUpperCase();
  return (isAbbreviation ? /^[AEFHILMNORSX]/ : /^[aeiou]/i).test(word) ? `an ${noun}` : `a ${noun}`;
}
