import { describe, expect, it } from 'vitest';
import { alignHeaders } from './align-headers';
import type { HeaderRow } from './header-row';

function element(path: string, value: string, others: Partial<HeaderRow> = {}): HeaderRow {
  const tag = `(${path.slice(-8, -4)},${path.slice(-4)})`;
  const depth = path.split(/[[.]/).length - 1;
  const fields = { vr: 'LO', vm: 1, lengthBytes: value.length, offsetBytes: 0, keyword: '', name: '' };
  return { path, depth, kind: 'element', tag, value, valueIsCut: false, ...fields, ...others };
}

function sequence(path: string): HeaderRow {
  return element(path, '', { kind: 'sequence', vr: 'SQ' });
}

function item(path: string): HeaderRow {
  return element(path, '', { kind: 'item', tag: '', vr: '' });
}

/** `path: a | b`, a sign before it: `≠` differs by itself, `~` because of what is in it; `-` where it is missing. */
function written(...headers: readonly (readonly HeaderRow[])[]): readonly string[] {
  return alignHeaders(headers).map(({ path, cells, differs, isDifference }) => {
    const values = cells.map((cell) => (cell === null ? '-' : cell.value)).join(' | ');
    return `${isDifference ? '≠' : differs ? '~' : '='} ${path}: ${values}`;
  });
}

describe('alignHeaders', () => {
  it('lays elements of one tag beside each other, in the order of tags', () => {
    expect(
      written(
        [element('00080060', 'CT'), element('00100010', 'Roe'), element('00200013', '1')],
        // Out of order, as some files are.
        [element('00200013', '2'), element('00080060', 'CT')],
        [element('00100020', 'P-17'), element('0020000D', '1.2'), element('00200013', '1')],
      ),
    ).toEqual([
      '≠ 00080060: CT | CT | -',
      '≠ 00100010: Roe | - | -',
      '≠ 00100020: - | - | P-17',
      '≠ 0020000D: - | - | 1.2',
      '≠ 00200013: 1 | 2 | 1',
    ]);
    expect(written([element('00080060', 'CT')], [element('00080060', 'CT')])).toEqual([
      '= 00080060: CT | CT',
    ]);
  });

  it('tells what is empty from what is missing', () => {
    expect(written([element('00100010', ''), element('00100020', '')], [element('00100010', '')])).toEqual([
      '= 00100010:  | ',
      '≠ 00100020:  | -',
    ]);
  });

  it('aligns items by index, and marks what a differing element stands in', () => {
    expect(
      written(
        [
          ...[sequence('00082112'), item('00082112[0]'), element('00082112[0].00081155', '1.1')],
          ...[item('00082112[1]'), element('00082112[1].00081155', '1.2'), element('00100010', 'Roe')],
        ],
        [
          ...[sequence('00082112'), item('00082112[0]'), element('00082112[0].00081155', '1.1')],
          ...[item('00082112[1]'), element('00082112[1].00081155', '1.3'), element('00100010', 'Roe')],
        ],
      ),
    ).toEqual([
      '~ 00082112:  | ',
      '= 00082112[0]:  | ',
      '= 00082112[0].00081155: 1.1 | 1.1',
      '~ 00082112[1]:  | ',
      '≠ 00082112[1].00081155: 1.2 | 1.3',
      '= 00100010: Roe | Roe',
    ]);
  });

  it('counts an item that only some have as one difference, not each element in it', () => {
    const first = [sequence('00082112'), item('00082112[0]'), element('00082112[0].00081155', '1.1')];
    const second = [item('00082112[1]'), element('00082112[1].00081155', '1.2')];
    const other = [item('00082112[1]'), element('00082112[1].00081155', '1.3')];
    expect(written([...first, ...second], first)).toEqual([
      '~ 00082112:  | ',
      '= 00082112[0]:  | ',
      '= 00082112[0].00081155: 1.1 | 1.1',
      '≠ 00082112[1]:  | -',
      '~ 00082112[1].00081155: 1.2 | -',
    ]);
    // Those that have the item may differ in it.
    expect(written([...first, ...second], first, [...first, ...other]).at(-1)).toBe(
      '≠ 00082112[1].00081155: 1.2 | - | 1.3',
    );
  });

  it('orders items by number: the tenth after the second', () => {
    const items = Array.from({ length: 11 }, (_, index) => item(`00082112[${index}]`));
    const paths = alignHeaders([[sequence('00082112')], [sequence('00082112'), ...items]]).map(
      ({ path }) => path,
    );
    expect(paths.slice(1)).toEqual(items.map(({ path }) => path));
    expect(paths.at(-1)).toBe('00082112[10]');
  });

  it('keeps what comes twice in a data set apart', () => {
    const rows = alignHeaders([
      [element('00100010', 'Roe'), element('00100010', 'Doe'), element('00100020', '1')],
      [element('00100010', 'Roe'), element('00100020', '1')],
    ]);
    expect(rows.map(({ cells }) => cells.map((cell) => cell?.value))).toEqual([
      ['Roe', 'Roe'],
      ['Doe', undefined],
      ['1', '1'],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
  });

  it('keeps private elements of one tag apart where another creator has reserved the block', () => {
    const privateElement = (path: string, value: string, creator: string): HeaderRow =>
      element(path, value, { creator });
    expect(
      written(
        [element('00190010', 'ACME 1'), privateElement('00191008', 'a', 'ACME 1')],
        [element('00190010', 'OTHER'), privateElement('00191008', 'b', 'OTHER')],
        [element('00190010', 'ACME 1'), privateElement('00191008', 'c', 'ACME 1')],
      ),
    ).toEqual(['≠ 00190010: ACME 1 | OTHER | ACME 1', '≠ 00191008: a | - | c', '≠ 00191008: - | b | -']);
  });

  it('sees another VR as a difference, and a sequence beside a value that was not read as one', () => {
    expect(
      written([element('00181150', '5', { vr: 'IS' })], [element('00181150', '5', { vr: 'DS' })]),
    ).toEqual(['≠ 00181150: 5 | 5']);
    const rows = alignHeaders([
      [element('00082112', 'FE FF', { vr: 'UN' })],
      [sequence('00082112'), item('00082112[0]')],
    ]);
    expect(rows.map(({ path, kind }) => [path, kind])).toEqual([
      ['00082112', 'sequence'],
      ['00082112[0]', 'item'],
    ]);
    // The item is no difference of its own: the first header has no sequence that it could be in.
    expect(rows.map(({ isDifference }) => isDifference)).toEqual([true, false]);
  });

  it('tells values that are cut by their lengths', () => {
    const cut = (lengthBytes: number): HeaderRow =>
      element('7FE00010', '00 00', { vr: 'OW', valueIsCut: true, lengthBytes });
    expect(written([cut(512)], [cut(1024)])).toEqual(['≠ 7FE00010: 00 00 | 00 00']);
    expect(written([cut(512)], [cut(512)])).toEqual(['= 7FE00010: 00 00 | 00 00']);
    // Trailing spaces are no part of a value.
    expect(
      written(
        [element('00100010', 'Roe', { lengthBytes: 4 })],
        [element('00100010', 'Roe', { lengthBytes: 6 })],
      ),
    ).toEqual(['= 00100010: Roe | Roe']);
  });

  it('takes no longer than in proportion to the number of rows, also where one tag comes again and again', () => {
    const long = Array.from({ length: 40_000 }, (_, index) =>
      element((0x00100000 + index).toString(16).padStart(8, '0').toUpperCase(), String(index)),
    );
    const again = Array.from({ length: 40_000 }, (_, index) => element('00100010', String(index)));
    for (const rows of [long, again]) {
      const start = performance.now();
      const aligned = alignHeaders([rows, rows, rows]);
      expect(performance.now() - start).toBeLessThan(5000);
      expect(aligned).toHaveLength(40_000);
      expect(aligned.some(({ differs }) => differs)).toBe(false);
    }
  });
});
