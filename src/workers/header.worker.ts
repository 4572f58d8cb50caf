import { loadInflater } from '../archive/inflate-wasm';
import { readEntryPrefix } from '../archive/read-entry';
import { openArchive } from '../archive/source-spec';
import { ok, type Result } from '../base/result';
import type { EncodedAttributes } from '../catalog/attribute-batch';
import { readFrameOrder } from '../catalog/frame-order';
import { loadDictionary } from '../dicom/dictionary';
import { readHeader } from '../dicom/header';
import { encodeHeader } from '../dicom/header-columns';
import { readValueText } from '../dicom/value-text';
import { checkDicomdirs } from './check-dicomdirs';
import { exportHeaders } from './export-headers';
import { openAddress } from './open-address';
import { openKeptInstance } from './kept-instance';
import type { InstanceAddress } from './protocol';
import { readAttributes } from './read-attributes';
import { readEmbeddedFile, readVideoAsMp4 } from './read-embedded-file';
import { readObjectFace, transferOf } from './read-object-face';
import { readValue } from './read-value';
import { type Reply, serve } from './serve';

const inflater = loadInflater();
const dictionary = loadDictionary();

serve(globalThis, {
  async readHeader(address, { signal }) {
    const instance = await openKeptInstance(address, await inflater, signal);
    if (!instance.ok) return instance;
    const header = readHeader(instance.value.dicom, await dictionary, address.entry.path);
    const problems = [...instance.value.problems, ...header.problems];
    const { columns, transfer } = encodeHeader({ ...header, problems });
    return ok({ output: columns, transfer });
  },

  async readFrameOrder(address, { signal }) {
    const instance = await openKeptInstance(address, await inflater, signal);
    return instance.ok ? ok({ output: readFrameOrder(instance.value.dicom.dataSet) }) : instance;
  },

  async readValue({ path, start, end, ...address }, { signal }) {
    const instance = await openKeptInstance(address, await inflater, signal);
    if (!instance.ok) return instance;
    const read = await readValue(instance.value, { path, start, end });
    return read.ok ? ok({ output: read.value, transfer: [read.value.bytes.buffer] }) : read;
  },

  async readValueText({ path, vr, ...address }, { signal }) {
    const instance = await openKeptInstance(address, await inflater, signal);
    return instance.ok ? ok({ output: readValueText(instance.value.dicom.dataSet, path, vr) }) : instance;
  },

  async readObjectFace(address, { signal }) {
    const instance = await openKeptInstance(address, await inflater, signal);
    if (!instance.ok) return instance;
    const face = await readObjectFace(instance.value, await dictionary);
    return face.ok ? ok({ output: face.value, transfer: transferOf(face.value) }) : face;
  },

  readEmbeddedFile: embeddedFileHandler(readEmbeddedFile),
  readVideoAsMp4: embeddedFileHandler(readVideoAsMp4),

  async readAttributes({ archive, ...share }, { signal, emit }) {
    const access = await openArchive(archive, await inflater);
    if (!access.ok) return access;
    const onBatch = ({ columns, transfer }: EncodedAttributes): void => emit(columns, transfer);
    const about = { access: access.value, dictionary: await dictionary, signal, onBatch };
    const read = await readAttributes({ ...share, ...about });
    return read.ok ? ok({ output: null }) : read;
  },

  async exportHeaders({ instances, ...form }, { signal, emit: onText }) {
    const about = { inflater: await inflater, dictionary: await dictionary, signal, onText };
    const exported = await exportHeaders({ instances, form, ...about });
    return exported.ok ? ok({ output: exported.value }) : exported;
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

interface Pieces {
  readonly signal: AbortSignal;
  readonly emit: (piece: Uint8Array<ArrayBuffer>, transfer: readonly Transferable[]) => void;
}

function embeddedFileHandler(read: typeof readEmbeddedFile) {
  return async (address: InstanceAddress, { signal, emit }: Pieces): Promise<Result<Reply<null>>> => {
    const instance = await openKeptInstance(address, await inflater, signal);
    if (!instance.ok) return instance;
    const onPiece = (piece: Uint8Array<ArrayBuffer>): void => emit(piece, [piece.buffer]);
    const done = await read(instance.value, { where: address.entry.path, signal, onPiece });
    return done.ok ? ok({ output: done.value }) : done;
  };
}
