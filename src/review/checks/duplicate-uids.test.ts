import { describe, expect, it } from 'vitest';
import type { DataSetDescription } from '../../fixtures/dicom-writer';
import { type FileToReview, reviewOf } from '../review-input.fixture';
import { duplicateUidsCheck } from './duplicate-uids';

interface Header {
  readonly uid: string;
  readonly series?: string;
  readonly study?: string;
  readonly patient?: string;
  readonly comment?: string;
}

function file(header: Header, index: number): FileToReview {
  const { uid, series = '1.2.3.4', study = '1.2.3', patient = '4711', comment = 'one' } = header;
  const content: DataSetDescription = [
    [0x00080018, 'UI', uid],
    [0x00100020, 'LO', patient],
    [0x0020000d, 'UI', study],
    [0x0020000e, 'UI', series],
    [0x00204000, 'LT', comment],
  ];
  return { path: `${index}`, content };
}

async function find(headers: readonly Header[], hasChecksums = true) {
  return duplicateUidsCheck.find(await reviewOf(headers.map(file), { hasChecksums }));
}

describe('the check on duplicate UIDs', () => {
  it('stops one UID for different bytes, of one length or not', async () => {
    const one: Header = { uid: '1.2.3.4.1' };
    expect(await find([one, { ...one, comment: 'two' }])).toMatchObject([
      {
        severity: 'stop',
        identifying: false,
        value: '1.2.3.4.1',
        message: '2 files have this SOP Instance UID, and their bytes are not the same.',
        place: { files: [0, 1], path: '00080018' },
      },
    ]);
    expect(await find([one, { ...one, comment: 'of another length' }])).toMatchObject([{ severity: 'stop' }]);
  });

  it('makes one note for the copies of a series', async () => {
    const found = await find([
      { uid: '1.2.3.4.1' },
      { uid: '1.2.3.4.1' },
      { uid: '1.2.3.4.2' },
      { uid: '1.2.3.4.2' },
      { uid: '1.2.3.4.3' },
    ]);
    expect(found).toMatchObject([
      { severity: 'note', value: '2 instances in 4 files', place: { files: [0, 1, 2, 3] } },
    ]);
  });

  it('does not know whether bytes are the same where no checksum is told, unless their lengths differ', async () => {
    const one: Header = { uid: '1.2.3.4.1' };
    expect(await find([one, one], false)).toMatchObject([{ severity: 'check' }]);
    const other = await find([one, { ...one, comment: 'of another length' }], false);
    expect(other).toMatchObject([{ severity: 'stop' }]);
  });

  it.each([
    ['2 series', { series: '1.2.3.5' }],
    ['2 studies', { series: '1.2.9.4', study: '1.2.9' }],
    ['2 patients', { patient: '4712' }],
  ])('finds one UID in %s', async (spread, other) => {
    const found = await find([{ uid: '1.2.3.4.1' }, { uid: '1.2.3.4.1', ...other }]);
    expect(found).toMatchObject([{ severity: 'stop' }]);
    expect(found[0]?.message).toContain(`2 files of ${spread} have`);
  });

  it('finds nothing in UIDs of their own, or in files without one', async () => {
    expect(await find([{ uid: '1.2.3.4.1' }, { uid: '1.2.3.4.2' }])).toEqual([]);
    expect(await find([{ uid: '' }, { uid: '', comment: 'two' }])).toEqual([]);
  });
});
