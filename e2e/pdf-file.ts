/** What a page of the PDF says, in the font that it names. */
interface PdfLine {
  readonly text: string;
  /** One of the 14 standard fonts (ISO 32000-1, 9.6.2.2), or a CID font of `CID_FONT`. */
  readonly font: string;
  /** Points from the bottom. */
  readonly y: number;
}

/**
 * A PDF of upright A4 pages that brings no font along. It has a script that runs when it is opened, and on each page
 * a link over the whole of it: neither may do anything.
 */
export function pdfFile(pages: readonly (readonly PdfLine[])[]): Buffer {
  const fonts = [...new Set(pages.flat().map(({ font }) => font))];
  const fontAt = (font: string): number => 3 + fonts.indexOf(font);
  const pageAt = (index: number): number => 3 + fonts.length + 3 * index;
  const resources = fonts.map((font) => `/${font} ${String(fontAt(font))} 0 R`).join(' ');
  return asPdf([
    '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>',
    `<< /Type /Pages /Count ${String(pages.length)} /Kids [${pages.map((_, index) => `${String(pageAt(index))} 0 R`).join(' ')}] >>`,
    ...fonts.map(fontObject),
    ...pages.flatMap((lines, index) => {
      const content = lines.map(lineOperators).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << ${resources} >> >> /Contents ${String(pageAt(index) + 1)} 0 R /Annots [${String(pageAt(index) + 2)} 0 R] >>`,
        `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
        '<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /Border [0 0 0] /A << /S /URI /URI (http://192.0.2.1/?patient=Doe) >> >>',
      ];
    }),
  ]);
}

/** Japanese in the character map of Windows, without a font in the file. */
export const CID_FONT = 'MS-Gothic';

function fontObject(name: string): string {
  if (name !== CID_FONT) return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} >>`;
  const descriptor = `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -137 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -140 /CapHeight 769 /StemV 78 >>`;
  const descendant = `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor ${descriptor} /DW 1000 >>`;
  return `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /90ms-RKSJ-H /DescendantFonts [${descendant}] >>`;
}

function lineOperators({ text, font, y }: PdfLine): string {
  return `BT /${font} 36 Tf 60 ${String(y)} Td (${text}) Tj ET`;
}

/** With its cross-reference table (ISO 32000-1, 7.5.4). Objects are numbered from 1; the first is the catalog. */
function asPdf(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${String(file.length)}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, 'latin1');
}
