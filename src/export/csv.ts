import { parseDecimal } from '../dicom/text-values';

/** So that spreadsheets, too, read the file as UTF-8. */
export const CSV_START = '\ufeff';

/** What a spreadsheet takes for the start of a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * One record (RFC 4180), with the line end. Text that a spreadsheet would take for a formula gets an apostrophe in
 * front; numbers, also several of them (`-1\2.5`), stay as they are.
 */
export function formatCsvRecord(fields: readonly string[]): string {
  return `${fields.map(formatField).join(',')}\r\n`;
}

function formatField(text: string): string {
  const safe = FORMULA_START.test(text) && !isNumbers(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function isNumbers(text: string): boolean {
  return text.split('\\').every((single) => !Number.isNaN(parseDecimal(single)));
}
