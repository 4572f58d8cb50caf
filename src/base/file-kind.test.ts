import { describe, expect, it } from 'vitest';
import { fileKindOf } from './file-kind';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** A local header of a ZIP archive up to the name of its first entry. */
const zipOf = (name: string): string => `PK\x03\x04\x14${'\0'.repeat(25)}${name}`;

describe('by the first bytes alone', () => {
  it.each([
    ['jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['gif', 'GIF89a\x10\0'],
    ['webp', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['bmp', 'BM\x36\x30\0\0\0\0\0\0\x36\0\0\0'],
    ['icon', '\0\0\x01\0\x02\0\x20\x20\0\0\x01\0\x20\0'],
    ['tiff', 'II*\0\x08\0\0\0'],
    ['tiff', 'MM\0*\0\0\0\x08'],
    ['heic', '\0\0\0\x18ftypheic\0\0\0\0'],
    ['svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">'],
    ['svg', '<svg>'],
    ['pdf', '%PDF-1.7\n%\xe2\xe3'],
    ['rtf', '{\\rtf1\\ansi'],
    ['office', zipOf('[Content_Types].xml')],
    ['office', zipOf('mimetypeapplication/vnd.oasis.opendocument.text')],
    ['office', zipOf('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ['html', '\n<!DOCTYPE html><html>'],
    ['html', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "">'],
    ['xml', '<?xml version="1.0"?><a/>'],
    ['json', '{\n  "PatientName": "Roe"'],
    ['json', '[{"a": 1}]'],
    ['text', '[autorun]\r\nopen=viewer.exe'],
    ['text', 'Patient list\r\nRoe, Richard\n'],
    ['text', '\xff\xfeR\0o\0e\0'],
    ['text', 'M\xc3\xbcller'],
    ['text', 'Bericht f\xfcr Frau M\xfcller'],
    ['nifti', `\x5c\x01\0\0${'\0'.repeat(34)}r${'\0'.repeat(305)}n+1\0`],
    ['analyze', `\x5c\x01\0\0${'\0'.repeat(34)}r${'\0'.repeat(309)}`],
    ['nrrd', 'NRRD0004\ntype: short'],
    ['metaimage', 'ObjectType = Image\nNDims = 3\n'],
    ['hdf5', '\x89HDF\r\n\x1a\n\0'],
    ['netcdf', 'CDF\x01\0\0'],
    ['sqlite', 'SQLite format 3\0\x10\0'],
    ['ole', OLE],
    ['mp4', '\0\0\0\x20ftypisom'],
    ['mp4', '\0\0\0\x14ftypqt  '],
    ['avi', 'RIFF\x24\0\0\0AVI LIST'],
    ['mpeg', '\0\0\x01\xba\x44\0'],
    ['mpeg', `G${'\0'.repeat(187)}G${'\0'.repeat(187)}G`],
    ['zip', 'PK\x03\x04\x14\0'],
    ['zip', `PK\x05\x06${'\0'.repeat(18)}`],
    ['zip-part', 'PK\x07\x08PK\x03\x04'],
    ['tar', `IM1${'\0'.repeat(254)}ustar\x0000`],
    ['gzip', '\x1f\x8b\x08\0'],
    ['bzip2', 'BZh91AY&SY'],
    ['xz', '\xfd7zXZ\0\0\x04'],
    ['zstd', '\x28\xb5\x2f\xfd\x24'],
    ['7z', '7z\xbc\xaf\x27\x1c\0\x04'],
    ['rar', 'Rar!\x1a\x07\x01\0'],
    ['executable', `MZ\x90\0${'\0'.repeat(56)}\x80\0\0\0`],
    ['executable', '\x7fELF\x02\x01'],
    ['executable', zipOf('META-INF/MANIFEST.MF')],
    ['shortcut', '\x4c\0\0\0\x01\x14\x02\0\0\0\0\0\xc0'],
    ['empty', ''],
    ['other', '\0\x01\x02\x03'],
    ['other', 'BMI of the patients\0'],
    ['other', '\xe5\xe6\xe7\xe8\xe9\xea'],
  ] as const)('knows %s', (kind, start) => {
    expect(fileKindOf(latin1(start), 'folder/file')).toBe(kind);
  });

  it('does not take a character that is cut off for something other than text', () => {
    expect(fileKindOf(latin1('M\xc3'), 'notes.txt')).toBe('text');
    // And keeps nothing of it for the next file.
    expect(fileKindOf(latin1('Roe'), 'notes.txt')).toBe('text');
  });
});

it.each([
  ['report.docx', zipOf('word/document.xml'), 'office'],
  ['report.zip', zipOf('word/document.xml'), 'zip'],
  ['weasis.jar', zipOf('org/weasis/Main.class'), 'executable'],
  ['letter.doc', OLE, 'office'],
  ['viewer.msi', OLE, 'executable'],
  ['cd.iso', '\0\0\0\0', 'iso'],
  ['brain.mhd', 'NDims=3\nDimSize=64 64 32', 'metaimage'],
] as const)('takes the name of %s into account', (name, start, kind) => {
  expect(fileKindOf(latin1(start), `CD/${name}`)).toBe(kind);
});

describe('system files', () => {
  it.each([
    ['copy', '\0\x05\x16\x07\0\x02'],
    ['series/._IM1', '\0\0'],
    ['__MACOSX/series/IM1', '\0\0'],
    ['.DS_Store', '\0\0\0\x01Bud1'],
    ['series/Thumbs.db', OLE],
    ['series/thumbs.db', OLE],
    ['desktop.ini', '[.ShellClassInfo]\r\n'],
    ['series\\desktop.ini', '\xff\xfe[\0.\0'],
    ['Icon\r', ''],
    ['System Volume Information/tracking.log', '\0\x01'],
  ])('%s is one', (path, start) => {
    expect(fileKindOf(latin1(start), path)).toBe('system');
  });

  it.each([
    ['.Trashes/501/._report.pdf', '%PDF-1.4', 'pdf'],
    ['series/Thumbs.db', '\xff\xd8\xff\xe0', 'jpeg'],
    ['__MACOSX/inner.zip', zipOf('IM1'), 'zip'],
    ['Icons', '\0\x01', 'other'],
    ['my thumbs.db', OLE, 'ole'],
  ])('%s is none: what it holds, or its name, is not a system’s', (path, start, kind) => {
    expect(fileKindOf(latin1(start), path)).toBe(kind);
  });
});
