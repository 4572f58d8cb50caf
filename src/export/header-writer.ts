import type { Problem } from '../base/problem';
import { dumpFile } from '../dicom/dump-text';
import { onOneLine } from '../dicom/dump-value';
import type { Header } from '../dicom/header-row';
import { toJsonModel, writeJsonModel, type JsonDataSet } from '../dicom/json-model';
import type { DicomFile } from '../dicom/part10';

export interface HeaderForm {
  /** `dump`: text as dcmdump has it; `json`: an array of objects of the DICOM JSON Model, as PS3.18 10.4 answers. */
  readonly format: 'dump' | 'json';
  /** Whether binary values are written in full. */
  readonly bulkData: 'omit' | 'inline';
}

export interface HeaderToWrite {
  /** Its path in the archive; '' where the text is of one file alone, which its reader knows. */
  readonly where: string;
  readonly file: DicomFile;
  readonly header: Header;
}

/** Writes headers one after the other, as pieces of text that are to be joined. */
export interface HeaderWriter {
  readonly start: string;
  readonly separator: string;
  readonly end: string;
  readonly write: (header: HeaderToWrite) => Iterable<string>;
  /** In place of a file that cannot be read. */
  readonly writeFailure: (problem: Problem) => string;
}

export function headerWriter({ format, bulkData }: HeaderForm): HeaderWriter {
  if (format === 'json') {
    return {
      start: '[\n',
      separator: ',\n',
      end: '\n]\n',
      write: ({ file, header }) => writeJsonModel(toJsonModel(file, header, { bulkData })),
      writeFailure: (problem) => [...writeJsonModel(failureModel(problem))].join(''),
    };
  }
  return {
    start: '',
    separator: '\n',
    end: '',
    write: (header) => dumpLines(header, bulkData),
    writeFailure: (problem) => `${fileLine(problem.where)}# ${problemText(problem)}\n`,
  };
}

/** What is wrong with the file stands over its elements; what cannot be seen there would be missed. */
function* dumpLines(
  { where, file, header }: HeaderToWrite,
  bulkData: HeaderForm['bulkData'],
): Generator<string> {
  yield fileLine(where);
  for (const problem of header.problems) yield `# ${problemText(problem)}\n`;
  yield '\n';
  for (const line of dumpFile(file, header, { bulkData })) yield `${line}\n`;
}

function fileLine(where: string): string {
  return where === '' ? '' : `# ${onOneLine(where)}\n`;
}

/** LO has 64 characters at most (PS3.5 6.2). */
const MAX_LO_CHARACTERS = 64;

/** An object of attributes like the others, so that it stops no reader: Error Comment and Retrieve URL, the path. */
function failureModel(problem: Problem): JsonDataSet {
  const comment = `Not read: ${problemText(problem)}`.slice(0, MAX_LO_CHARACTERS);
  return new Map([
    ['00000902', { vr: 'LO', Value: [comment] }],
    ['00081190', { vr: 'UR', Value: [encodeURI(problem.where)] }],
  ]);
}

/** `dicom-truncated: offset 1284, tag (0010,0010)`: for a file that may go to anyone, code and facts. */
function problemText({ code, detail }: Problem): string {
  const facts = Object.entries(detail).filter(([, value]) => value !== '');
  const words = facts.map(([name, value]) => `${name} ${String(value)}`).join(', ');
  return words === '' ? code : onOneLine(`${code}: ${words}`);
}
