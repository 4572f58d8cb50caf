import { describe, expect, it } from 'vitest';
import { writePdf } from '../../fixtures/pdf-writer';
import { writeJpeg } from '../../fixtures/picture-writer';
import { type FileToReview, reviewOf } from '../review-input.fixture';
import { otherFilesCheck } from './other-files';

const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value);

const PROGRAM = text(`MZ${'\0'.repeat(80)}`);
const JPEG = writeJpeg([]);

async function found(files: readonly FileToReview[]): Promise<readonly (readonly unknown[])[]> {
  const input = await reviewOf(files);
  return otherFilesCheck
    .find(input)
    .map(({ severity, value, identifying }) => [severity, value, identifying]);
}

function pictureThatSays(...texts: readonly string[]): FileToReview {
  return {
    path: 'a.jpg',
    content: JPEG,
    inside: texts.map((said) => ({ kind: 'picture-metadata', text: said })),
  };
}

describe('the check for files that are not DICOM', () => {
  it('finds each kind once, by what the files are and not by what they are called', async () => {
    expect(
      await found([
        { path: 'report.pdf', content: writePdf(['Roe']) },
        { path: 'IM00001.dcm', content: writePdf(['Doe']) },
        { path: 'worklist.csv', content: text('name,id') },
        { path: 'photo', content: JPEG },
        { path: 'blob', content: Uint8Array.of(1, 2, 3, 4) },
      ]),
    ).toEqual([
      ['check', 'PDF document (2 files)', false],
      ['check', 'Text (1 file)', false],
      ['check', 'JPEG picture (1 file)', false],
      ['check', 'File of an unknown kind (1 file)', false],
    ]);
  });

  it('leaves DICOM files to the others', async () => {
    const content = [
      [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
      [0x00080018, 'UI', '1.2.3.4'],
      [0x0020000d, 'UI', '1.2.3'],
      [0x0020000e, 'UI', '1.2.3.1'],
    ] as const;
    expect(await found([{ path: 'a', content }])).toEqual([]);
  });

  it('notes what belongs to a patient CD, and what systems leave behind', async () => {
    expect(
      await found([
        { path: 'VIEWER/view.exe', content: PROGRAM },
        { path: 'VIEWER/help/index.html', content: text('<html></html>') },
        { path: 'autorun.inf', content: text('[autorun]') },
        { path: 'README.TXT', content: text('How to view') },
        { path: '.DS_Store', content: text('Bud1') },
        { path: 'inner.zip', content: text('PK\x03\x04') },
      ]),
    ).toEqual([
      ['note', 'Program (1 file)', false],
      ['note', 'HTML page (1 file)', false],
      ['note', 'Text (2 files)', false],
      ['note', 'System file (1 file)', false],
      ['note', 'ZIP archive (1 file)', false],
    ]);
  });

  it('tells texts that are none of that apart, and is not silent because of a program at the root', async () => {
    expect(
      await found([
        { path: 'start.exe', content: PROGRAM },
        { path: 'readme.txt', content: text('How to view') },
        { path: 'letter.txt', content: text('Dear Mr Roe') },
        { path: 'VIEWER/letter.html', content: text('<html></html>') },
      ]),
    ).toEqual([
      ['note', 'Program (1 file)', false],
      ['note', 'Text (1 file)', false],
      ['check', 'Text (1 file)', false],
      ['check', 'HTML page (1 file)', false],
    ]);
  });

  it('reports the metadata of a file by what it tells about', async () => {
    const findings = await found([
      pictureThatSays(
        'Artist: Richard Roe',
        'GPS position: 50.5, -8.25',
        'Camera serial number: 4711',
        'Taken: 2024:01:31 12:00:00',
        'Description: Left hand',
        'Camera make: ACME',
        'xmp:CreatorTool: ACME 1.0',
      ),
    ]);
    expect(findings.slice(1)).toEqual([
      ['check', 'Artist: Richard Roe', true],
      ['check', 'GPS position: 50.5, -8.25', true],
      ['check', 'Camera serial number: 4711', true],
      ['check', 'Taken: 2024:01:31 12:00:00', false],
      ['check', 'Description: Left hand', false],
    ]);
  });

  it('marks what the field says, and leaves what the reviewer allows', async () => {
    const picture = pictureThatSays('Artist: Richard Roe');
    const [, finding] = otherFilesCheck.find(await reviewOf([picture]));
    expect(finding?.marks).toEqual([['Artist: '.length, 'Artist: Richard Roe'.length]]);
    const allowed = await reviewOf([picture], { options: { termsToAllow: ['richard roe'] } });
    expect(otherFilesCheck.find(allowed)).toHaveLength(1);
  });
});
