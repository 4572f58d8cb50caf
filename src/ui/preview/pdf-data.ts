/** Character maps of Adobe for Chinese, Japanese and Korean text whose font has none: over a megabyte. */
async function loadCharacterMap(name: string): Promise<Uint8Array | undefined> {
  const { characterMaps } = await import('./pdf-character-maps');
  return characterMaps.get(name);
}

/** The two of the 14 standard fonts of PDF that systems have no equivalent of, and the decoders of scanned pages. */
const FILES: Readonly<Record<string, () => Promise<{ readonly default: Uint8Array }>>> = {
  'FoxitDingbats.pfb': () => import('pdfjs-dist/standard_fonts/FoxitDingbats.pfb?bytes'),
  'FoxitSymbol.pfb': () => import('pdfjs-dist/standard_fonts/FoxitSymbol.pfb?bytes'),
  'jbig2.wasm': () => import('pdfjs-dist/wasm/jbig2.wasm?bytes'),
  'openjpeg.wasm': () => import('pdfjs-dist/wasm/openjpeg.wasm?bytes'),
};

/** Gives pdf.js the files that it would fetch; all of them are in scripts of this page. */
export class PdfData {
  /** As pdf.js calls it. It takes the bytes away; and what is not here it can do without. */
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const bytes = filename.endsWith('.bcmap')
      ? await loadCharacterMap(filename)
      : (await FILES[filename]?.())?.default;
    if (bytes === undefined) throw new Error(`${filename} is not part of this page`);
    return bytes.slice();
  }
}
