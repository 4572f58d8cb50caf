import { loadInflater } from '../archive/inflate-wasm';
import { ok } from '../base/result';
import { loadDictionary } from '../dicom/dictionary';
import { readHeader } from '../dicom/header';
import { readInstance } from './read-instance';
import { serve } from './serve';

const inflater = loadInflater();
const dictionary = loadDictionary();

serve(globalThis, {
  async readHeader(address, { signal }) {
    const instance = await readInstance(address, await inflater, signal);
    if (!instance.ok) return instance;
    const header = readHeader(instance.value.dicom, await dictionary, address.entry.path);
    return ok({ output: { ...header, problems: [...instance.value.problems, ...header.problems] } });
  },
});
