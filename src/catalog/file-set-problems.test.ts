import { describe, expect, it } from 'vitest';
import type { FileId } from '../base/ids';
import { fileSetProblems } from './file-set-problems';

const AGREES = { dicomdir: 7 as FileId, listed: 9, matched: 9, missing: [], elsewhere: [], unlisted: [] };

function listedFile(fileId: string) {
  return { fileId, sopInstanceUid: '', recordType: 'IMAGE' };
}

describe('the problems of a DICOMDIR', () => {
  it('are none where it agrees with its files', () => {
    expect(fileSetProblems(AGREES, 'CD/DICOMDIR')).toEqual([]);
  });

  it('are what is missing, what is elsewhere and what is not listed, with three examples of each', () => {
    const file = 3 as FileId;
    const check = {
      ...AGREES,
      missing: ['A', 'B', 'C', 'D'].map(listedFile),
      elsewhere: [{ ...listedFile('E'), file, path: 'CD/moved' }],
      unlisted: [{ file, path: 'CD/extra' }],
    };
    const where = 'CD/DICOMDIR';
    expect(fileSetProblems(check, where)).toEqual([
      { code: 'dicomdir-missing', where, detail: { listed: 9, missing: 4, examples: ['A', 'B', 'C'] } },
      {
        code: 'dicomdir-elsewhere',
        where,
        detail: { listed: 9, elsewhere: 1, examples: [{ fileId: 'E', path: 'CD/moved' }] },
      },
      { code: 'dicomdir-unlisted', where, detail: { unlisted: 1, examples: ['CD/extra'] } },
    ]);
  });
});
