import type { Problem } from '../base/problem';
import { FILE_KIND_WORDS } from '../catalog/file-kind-words';
import { formatBytes, formatCount, formatCounted } from './format';
import { someOf } from './some-of';

export interface ProblemWords {
  /** What is wrong, in one sentence. */
  readonly what: string;
  /** What a person can do about it; '' where there is nothing to do. */
  readonly remedy: string;
}

/** So deep are archives in archives opened without a question. */
const MAX_USUAL_DEPTH = 4;

/** ` at (0008,1155) in item 1 of (0008,1140)`, from the inside out; '' where no element is meant. */
function placeWords({ tag, path }: { readonly tag: string; readonly path: string }): string {
  const around = path.split('.').slice(0, -1).reverse();
  const items = around.map((step) => step.replace(/^(.{4})(.{4}).*\[(\d+)\]$/, itemWords));
  return tag === '' ? '' : [` at ${tag}`, ...items].join(' in ');
}

function itemWords(_: string, group: string, element: string, index: string): string {
  return `item ${String(Number(index) + 1)} of (${group},${element})`;
}

/** The sentences for each problem. The only place of the product that words them. */
export function problemWords(problem: Problem): ProblemWords {
  switch (problem.code) {
    case 'not-a-zip':
      return {
        what:
          problem.detail.looksLike === 'other'
            ? 'This is not a ZIP archive.'
            : `This is not a ZIP archive. What it looks like: ${FILE_KIND_WORDS[problem.detail.looksLike]}.`,
        remedy: 'Choose the ZIP file itself. If it came by mail or download, fetch it once more.',
      };
    case 'empty-file':
      return { what: 'The file is empty: 0 bytes.', remedy: 'Fetch it once more; the copy failed.' };
    case 'truncated-archive':
      return {
        what: `The archive is cut off: its directory, which stands at the end, is not in the ${formatBytes(problem.detail.bytes)} that there are.`,
        remedy: 'Copy or download it once more.',
      };
    case 'archive-salvaged': {
      const { entries, bytes } = problem.detail;
      const found =
        entries === 1
          ? '1 file was found by its own header'
          : `${formatCount(entries)} files were found by their own headers`;
      return {
        what: `The archive is cut off: its directory, which stands at the end, is not in the ${formatBytes(bytes)} that there are. ${found}; the last may be incomplete, and what came after it is missing.`,
        remedy: 'Copy or download it once more.',
      };
    }
    case 'archive-parts-missing':
      return {
        what: `This archive was split into ${formatCounted(problem.detail.parts, 'part')}; ${problem.detail.given === 1 ? 'only one of them is' : `only ${String(problem.detail.given)} of them are`} here.`,
        remedy: 'Drop or choose all its parts together: .z01, .z02 and so on, and the .zip.',
      };
    case 'archive-too-many-entries':
      return {
        what: `It lists ${formatCounted(problem.detail.entries, 'file')}, more than the ${formatCount(problem.detail.limit)} that any exam, CD or PACS export has. To list them may take more memory than there is.`,
        remedy: 'Open it anyway if you trust the sender.',
      };
    case 'nested-not-opened':
      return {
        what: `${formatCounted(problem.detail.archives, 'archive')} inside it ${problem.detail.archives === 1 ? 'was' : 'were'} left closed: ${problem.detail.depth > MAX_USUAL_DEPTH ? 'archives in archives in archives may have no end' : 'together they are more than usual'}.`,
        remedy: 'Open them if you trust the sender.',
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
        what: `${ofIts(problem.detail.encrypted, problem.detail.entries)} encrypted with a password.`,
        remedy: 'Enter the password to open them.',
      };
    case 'entry-encrypted':
      return {
        what: 'This file is encrypted with a password, which has not been given yet.',
        remedy: 'Enter the password of the archive.',
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
    case 'entry-not-authentic':
      return {
        what: 'The authentication code of this encrypted file does not fit its data.',
        remedy: 'The content differs from what was packed.',
      };
    case 'entry-overlaps':
      return {
        what: `It claims bytes of the archive that are also those of “${problem.detail.other}”.`,
        remedy: 'No usual program writes such an archive: ask who made it.',
      };
    case 'entry-path-unsafe':
      return {
        what: `Its path cannot be trusted: ${problem.detail.reason}.`,
        remedy:
          'Here nothing is written to it. Do not unpack the archive with a program that follows such paths.',
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
        what: `The file is cut off${placeWords(problem.detail)}, byte ${String(problem.detail.offset)}.`,
        remedy: 'What stands before is shown.',
      };
    case 'dicom-unreadable':
      return {
        what: `The file says that it is DICOM but cannot be read from byte ${String(problem.detail.offset)}: ${problem.detail.reason}.`,
        remedy: '',
      };
    case 'dicom-deviation':
      return {
        what: `Not as the standard has it${placeWords(problem.detail)}, byte ${String(problem.detail.offset)}: ${problem.detail.reason}.`,
        remedy: '',
      };
    case 'charset-fallback':
      return {
        what: `Text is not in the character set that the file declares (${problem.detail.declared || 'none'}); read as ${problem.detail.used}.`,
        remedy: '',
      };
    case 'dicomdir-missing': {
      const { listed, missing, examples } = problem.detail;
      const what = missing === listed && listed > 1 ? 'none of them is' : `${ofThem(missing, listed)} not`;
      return {
        what: `The DICOMDIR lists ${formatCounted(listed, 'file')}; ${what} in the archive: ${someOf(examples, missing)}.`,
        remedy: 'Ask for the whole archive: its export or its copy was not complete.',
      };
    }
    case 'dicomdir-elsewhere': {
      const { listed, elsewhere, examples } = problem.detail;
      const names = examples.map(({ fileId, path }) => `${fileId} is ${path}`);
      return {
        what: `The DICOMDIR lists ${formatCounted(listed, 'file')}; ${ofThem(elsewhere, listed)} in the archive under another name: ${someOf(names, elsewhere)}.`,
        remedy: 'This page shows what is there; a viewer that goes by the DICOMDIR does not find it.',
      };
    }
    case 'dicomdir-unlisted': {
      const { unlisted, examples } = problem.detail;
      return {
        what: `The DICOMDIR does not list ${formatCounted(unlisted, 'DICOM file')} of its folder: ${someOf(examples, unlisted)}.`,
        remedy: 'This page shows what is there; a viewer that goes by the DICOMDIR does not find it.',
      };
    }
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
    case 'pixels-surplus': {
      const { actualBytes, expectedBytes } = problem.detail;
      return {
        what: `Pixel Data has ${formatBytes(actualBytes)} where the frames take ${formatBytes(expectedBytes)}: ${formatBytes(actualBytes - expectedBytes)} of it are not shown.`,
        remedy: 'What it holds beyond the frames is sent along with the file.',
      };
    }
    case 'photometric-assumed':
      return {
        what: `Photometric Interpretation ${problem.detail.photometricInterpretation} does not fit the pixels: they are shown as ${problem.detail.shownAs}.`,
        remedy: 'Colours and grey values may not be the right ones.',
      };
    case 'decode-failed':
      return {
        what: `The image could not be decoded (${problem.detail.codec}): ${problem.detail.reason}.`,
        remedy: 'Its data are probably damaged.',
      };
    case 'preview-failed':
      return { what: `This file cannot be shown: ${problem.detail.reason}.`, remedy: '' };
    case 'review-options-unreadable':
      return {
        what: `This file cannot be opened as review options: ${problem.detail.reason}.`,
        remedy: 'The options are as they were. Choose a file that was saved from this dialog.',
      };
    case 'text-unread':
      return {
        what: `The text of this document could not be searched: ${problem.detail.reason}.`,
        remedy: 'Read it yourself.',
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

/** `2 of its 9 files are`, `All of its 9 files are`, `Its one file is` */
function ofIts(count: number, all: number): string {
  if (all === 1) return 'Its one file is';
  const which = count === all ? 'All' : formatCount(count);
  return `${which} of its ${formatCount(all)} files ${count === 1 ? 'is' : 'are'}`;
}

/** `2 of them are`, where `it` and `all of them` do not say it better. */
function ofThem(count: number, all: number): string {
  if (all === 1) return 'it is';
  if (count === all) return 'all of them are';
  return `${formatCount(count)} of them ${count === 1 ? 'is' : 'are'}`;
}
