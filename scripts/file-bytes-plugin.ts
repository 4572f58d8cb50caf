import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const QUERY = '?bytes';
const BYTES_OF_PACKAGES = /(?:wasm|\.pfb|\.bcmap)\?bytes$/;
/** Vitest would hand a path inside node_modules to Node; a `virtual:` one it leaves to plugins. */
const PREFIX = '\0virtual:file-bytes:';

/**
 * `import bytes from '<package>/<file>.wasm?bytes'` gives the bytes of a package's file as a `Uint8Array`: base64
 * inside a script, so that the page never has to fetch it. WebAssembly, and the fonts and character maps of
 * pdf.js. The name may be a subpath that the package exports: `<package>/decodewasm?bytes`.
 */
export function fileBytes(): Plugin {
  return {
    name: 'file-bytes',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!BYTES_OF_PACKAGES.test(source)) return null;
      const file = await this.resolve(source.slice(0, -QUERY.length), importer);
      return file === null ? null : PREFIX + file.id;
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const base64 = await readFile(id.slice(PREFIX.length), 'base64');
      return `export default Uint8Array.from(atob('${base64}'), (character) => character.charCodeAt(0));`;
    },
  };
}
