import { loadInflater } from '../archive/inflate-wasm';
import { readEntryPrefix } from '../archive/read-entry';
import { ok } from '../base/result';
import { loadDictionary } from '../dicom/dictionary';
import { readHeader } from '../dicom/header';
import { checkDicomdirs } from './check-dicomdirs';
import { openAddress } from './open-address';
import { openInstance } from './open-instance';
import { serve } from './serve';

const inflater = loadInflater();
const dictionary = loadDictionary();

serve(globalThis, {
  async readHeader(address, { signal }) {
    const instance = await openInstance(address, await inflater, { signal });
    if (!instance.ok) return instance;
    const header = readHeader(instance.value.dicom, await dictionary, address.entry.path);
    return ok({ output: { ...header, problems: [...instance.value.problems, ...header.problems] } });
  },

  async checkDicomdirs(fileSets, { signal }) {
    const checked = await checkDicomdirs(fileSets, await inflater, signal);
    return checked.ok ? ok({ output: checked.value }) : checked;
  },

  async readFile({ limitBytes, ...address }, { signal }) {
    const access = await openAddress(address, await inflater);
    if (!access.ok) return access;
    const content = await readEntryPrefix(access.value, address.entry, limitBytes, signal);
    if (!content.ok) return content;
    return ok({ output: content.value, transfer: [content.value.bytes.buffer] });
  },
});
