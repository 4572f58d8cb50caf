import { expect, it } from 'vitest';
import { codecHeapBytes, wasmRunner, type WasmDecoder } from './wasm-decoder';

/** A codec whose memory grows to `heapBytes`, and whose decoder does what `decode` says. */
function runnerOf(heapBytes: number, decode: () => void) {
  const decoder: WasmDecoder = {
    getEncodedBuffer: (length) => new Uint8Array(length),
    decode,
    getDecodedBuffer: () => Uint8Array.of(1, 2),
    getFrameInfo: () => ({ width: 2, height: 1, bitsPerSample: 8, componentCount: 1 }),
    delete: () => undefined,
  };
  let modules = 0;
  const run = wasmRunner({
    wasmBinary: new Uint8Array(),
    create: () => {
      modules += 1;
      return Promise.resolve({ HEAPU8: new Uint8Array(heapBytes) });
    },
    newDecoder: () => decoder,
  });
  return { run, modulesCreated: () => modules };
}

it('knows the memory of all codecs, which is out of control after a trap', async () => {
  const good = runnerOf(1000, () => undefined);
  const failing = runnerOf(234, () => {
    // What a C++ exception is to JavaScript.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw 4711;
  });
  expect(codecHeapBytes()).toBe(0);
  expect(await good.run(Uint8Array.of(0))).toMatchObject({ failure: null, bytes: Uint8Array.of(1, 2) });
  expect(await failing.run(Uint8Array.of(0))).toMatchObject({ failure: 'damaged stream' });
  expect(codecHeapBytes()).toBe(1234);

  const trapped = runnerOf(5, () => {
    throw new RangeError('out of memory');
  });
  expect(await trapped.run(Uint8Array.of(0))).toMatchObject({
    failure: 'RangeError: out of memory',
    bytes: new Uint8Array(),
  });
  expect(codecHeapBytes()).toBe(Infinity);
  await trapped.run(Uint8Array.of(0));
  expect([good.modulesCreated(), trapped.modulesCreated()]).toEqual([1, 2]);
});
