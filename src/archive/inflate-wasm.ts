import { createInflater, type Inflater } from './inflater';

/** The inflater with the WASM module of the build, which is a lazily loaded script chunk. */
export async function loadInflater(): Promise<Inflater> {
  const { default: wasm } = await import('zlib-streams/zlib-streams.wasm?bytes');
  return createInflater(wasm);
}
