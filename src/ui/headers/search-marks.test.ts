import { describe, expect, it } from 'vitest';
import { parseSearch } from './header-search';
import { excerptOf, markTag, markText, type TextPiece } from './search-marks';

/** With brackets around each match. */
function written(pieces: readonly TextPiece[]): string {
  return pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
}

describe('marks', () => {
  it.each([
    ['Smith^Ann', 'smith', '[Smith]^Ann'],
    ['1.2.1.2', '1.2', '[1.2].[1.2]'],
    ['SIEMENS CSA HEADER', 'private:siemens', '[SIEMENS] CSA HEADER'],
    ['Smith', 'jones', 'Smith'],
    ['Smith', '', 'Smith'],
    // In lower case this capital I with a dot is two characters.
    ['\u0130smith', 'smith', '\u0130smith'],
  ])('in %s for %s', (text, search, expected) => {
    expect(written(markText(text, parseSearch(search)))).toBe(expected);
  });

  it.each([
    ['0010', '([0010],0020)'],
    ['001000', '([0010,00]20)'],
    ['00100020', '([0010,0020])'],
    ['0010,0020', '([0010,0020])'],
    ['(0010,0020)', '([0010,0020])'],
    ['0020', '(0010,[0020])'],
    ['patient', '(0010,0020)'],
  ])('in a tag for %s', (search, expected) => {
    expect(written(markTag('(0010,0020)', parseSearch(search)))).toBe(expected);
  });
});

describe('excerpts', () => {
  it('begin shortly before a match that would be out of sight', () => {
    const text = `${'-'.repeat(60)}here it is`;
    expect(excerptOf(text, parseSearch('here'))).toBe(`…${'-'.repeat(8)}here it is`);
  });

  it.each([
    ['the match is near its start', 'here it is', 'here'],
    ['there is none', `${'-'.repeat(60)}here`, 'nowhere'],
    ['nothing is searched', `${'-'.repeat(60)}here`, ''],
  ])('are the whole text where %s', (_, text, search) => {
    expect(excerptOf(text, parseSearch(search))).toBe(text);
  });
});
