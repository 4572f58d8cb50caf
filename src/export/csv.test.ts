import { describe, expect, it } from 'vitest';
import { formatCsvRecord } from './csv';

describe('formatCsvRecord', () => {
  it('parts fields by commas and ends with CR LF (RFC 4180, 2.1 and 2.4)', () => {
    expect(formatCsvRecord(['a', '', 'b c'])).toBe('a,,b c\r\n');
  });

  it('quotes what has commas, quotes or line ends, and doubles quotes (2.6 and 2.7)', () => {
    expect(formatCsvRecord(['a,b', 'say "x"', 'one\r\ntwo'])).toBe('"a,b","say ""x""","one\r\ntwo"\r\n');
  });

  it('puts an apostrophe before what a spreadsheet would compute', () => {
    expect(formatCsvRecord(['=1+1', '@SUM(A1)', '+cmd', '-2+3', '\t=1'])).toBe(
      "'=1+1,'@SUM(A1),'+cmd,'-2+3,'\t=1\r\n",
    );
  });

  it('leaves numbers as they are, several of them too', () => {
    expect(formatCsvRecord(['-1.5', '+3', '-1e-3', '-40\\-48\\10', '-40\\x'])).toBe(
      "-1.5,+3,-1e-3,-40\\-48\\10,'-40\\x\r\n",
    );
  });
});
