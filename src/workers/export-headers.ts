import type { Inflater } from '../archive/inflater';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { Dictionary } from '../dicom/dictionary';
import { readHeader } from '../dicom/header';
import { headerWriter, type HeaderForm } from '../export/header-writer';
import { openInstance } from './open-instance';
import type { ExportedHeaders, InstanceAddress } from './protocol';

export interface HeadersToExport {
  /** In the order in which they are to be written. */
  readonly instances: readonly InstanceAddress[];
  readonly form: HeaderForm;
  readonly dictionary: Dictionary;
  readonly inflater: Inflater;
  readonly signal: AbortSignal;
  /** Gets the text in pieces, that are to be joined. */
  readonly onText: (piece: ExportedHeaders) => void;
}

/** So often the page hears how far it is. */
const INTERVAL_MS = 150;
/** More text is not kept back. */
const MAX_CHARACTERS = 1 << 20;

/**
 * Writes the headers of instances, of which one at a time is held. One that cannot be read is said to be so in its
 * place, and is among the problems that are returned. `cancelled` between two of them.
 */
export async function exportHeaders(headers: HeadersToExport): Promise<Result<readonly Problem[]>> {
  const { instances, form, dictionary, inflater, signal, onText } = headers;
  const writer = headerWriter(form);
  const failures: Problem[] = [];
  let instancesDone = 0;
  let text = writer.start;
  let toldAt = performance.now();

  function tell(): void {
    onText({ text, instancesDone });
    text = '';
    toldAt = performance.now();
  }

  for (const address of instances) {
    if (instancesDone > 0) text += writer.separator;
    const instance = await openInstance(address, inflater, { signal });
    if (signal.aborted) return err(problem('cancelled', address.entry.path, {}));
    if (instance.ok) {
      const { dicom: file, problems } = instance.value;
      const { path } = address.entry;
      const read = readHeader(file, dictionary, path);
      const header = { ...read, problems: [...problems, ...read.problems] };
      for (const piece of writer.write({ where: instances.length > 1 ? path : '', file, header })) {
        text += piece;
        if (text.length > MAX_CHARACTERS) tell();
      }
    } else {
      const failure = { ...instance.error, where: address.entry.path };
      failures.push(failure);
      text += writer.writeFailure(failure);
    }
    instancesDone++;
    if (performance.now() - toldAt > INTERVAL_MS) tell();
  }
  text += writer.end;
  tell();
  return ok(failures);
}
