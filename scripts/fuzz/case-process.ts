// Runs cases one after the other and says of each that it begins and what is wrong with it; the process that started
// it sees from that which case a hang or a crash is of.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { loadInflater } from '../../src/archive/inflate-wasm';
import { loadDictionary } from '../../src/dicom/dictionary';
import { createCases, type FuzzCase } from './cases';
import { checkArchive } from './check-archive';
import { checkDicomFile } from './check-dicom-file';

export type CaseMessage =
  | { readonly type: 'begins'; readonly number: number }
  | { readonly type: 'fails'; readonly number: number; readonly reason: string };

/** Far from what a page is given; a file of some KB takes a small part of it. */
const MAX_MEMORY_BYTES = 1.5e9;

const [seed = 0, first = 0, last = 0] = process.argv.slice(2).map(Number);
const makeCase = createCases(seed);
const inflater = await loadInflater();
const dictionary = await loadDictionary();
let unhandled: unknown = null;
process.on('unhandledRejection', (reason) => {
  unhandled = reason ?? 'nothing';
});

for (let number = first; number <= last; number++) {
  await tell({ type: 'begins', number });
  const reason = await run(makeCase(number));
  if (reason !== null) await tell({ type: 'fails', number, reason });
}
process.disconnect();

async function run({ kind, bytes, random }: FuzzCase): Promise<string | null> {
  unhandled = null;
  try {
    if (kind === 'archive') await checkArchive(bytes, { inflater, random });
    else await checkDicomFile(bytes, { inflater, dictionary });
    // What is rejected without a handler is known after that.
    await new Promise((done) => setImmediate(done));
    assert.equal(unhandled, null, 'a rejection that nobody handles');
    const { maxRSS } = process.resourceUsage();
    assert(maxRSS * 1024 < MAX_MEMORY_BYTES, `${maxRSS} KB of memory`);
    return null;
  } catch (thrown) {
    return inspect(thrown);
  }
}

/** Waits until it is sent: a case that hangs would keep it. */
function tell(message: CaseMessage): Promise<void> {
  return new Promise((done, fail) => {
    process.send?.(message, undefined, undefined, (error) => {
      if (error) fail(error);
      else done();
    });
  });
}
