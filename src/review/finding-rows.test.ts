import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import type { Finding } from './finding';
import { findingRows, findingsOfFile, placesOfFinding } from './finding-rows';
import { reviewOf, type FileToReview } from './review-input.fixture';

/** An instance of a series with a comment, and the same text in an item of a sequence. */
function instance(name: string, series: string, comment: string): FileToReview {
  return {
    path: name,
    content: [
      [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
      [0x00080018, 'UI', `2.25.1${name}`],
      [0x00100020, 'LO', 'P-17'],
      [0x0020000d, 'UI', '2.25.2'],
      [0x0020000e, 'UI', series],
      [0x00204000, 'LT', comment],
      [0x00400275, 'SQ', [[[0x00400007, 'LO', 'other']], [[0x00400007, 'LO', comment]]]],
    ],
  };
}

const input = await reviewOf([
  instance('1', '2.25.31', 'Roe'),
  instance('2', '2.25.31', 'Roe'),
  instance('3', '2.25.32', 'Roe'),
  instance('4', '2.25.32', 'Doe'),
]);

/** Of the value that stands at a path, without item numbers. */
function findingOf(path: string, text: string, said: Partial<Finding> = {}): Finding {
  const held = input.values.all.find((value) => value.place.path === path && value.text === text);
  assert(held, 'the value is held');
  return {
    check: 'echoes',
    severity: 'stop',
    identifying: true,
    value: text,
    marks: [],
    message: 'Holds a name.',
    place: { held },
    ...said,
  };
}

const ROE = findingOf('00204000', 'Roe');
const NESTED_ROE = findingOf('00400275[].00400007', 'Roe');
const DOE = findingOf('00204000', 'Doe');

function fileAt(index: number) {
  const file = input.files[index]?.file;
  assert(file, 'there is such a file');
  return file;
}

describe('findings as the page has them', () => {
  it('count what they are in, and name the series where it is one', () => {
    const [roe, doe] = findingRows([ROE, DOE], input);
    expect(roe?.counts).toEqual({ files: 3, series: 2, studies: 1, patients: 1 });
    expect(roe?.seriesKey).toBeNull();
    expect(doe?.counts).toMatchObject({ files: 1, series: 1 });
    expect(doe?.seriesKey).not.toBeNull();
  });

  it('lead to the first of their places, with item numbers', () => {
    const [nested] = findingRows([NESTED_ROE], input);
    expect(nested?.path).toBe('00400275[].00400007');
    expect(nested?.example).toEqual({ file: fileAt(0), archive: null, path: '00400275[1].00400007' });
    expect(placesOfFinding(NESTED_ROE, input).map(({ file }) => file)).toEqual([0, 1, 2].map(fileAt));
  });

  it('have keys that tell them apart and do not depend on their order', () => {
    const keys = findingRows([ROE, NESTED_ROE, DOE], input).map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    expect(findingRows([DOE, NESTED_ROE, ROE], input).map(({ key }) => key)).toEqual(keys.toReversed());
  });

  it('have a long value cut around what was found in it', () => {
    // 500 characters before the name, which are cut to 80 and the sign that says so.
    const value = `${'x'.repeat(500)}Roe${'y'.repeat(500)}`;
    const [row] = findingRows([{ ...ROE, value, marks: [[500, 503]] }], input);
    expect(row?.marks).toEqual([[81, 84]]);
    expect(row?.value.slice(81, 84)).toBe('Roe');
    expect(row?.value).toHaveLength(402);
  });
});

describe('the findings of one file', () => {
  it('are those in its elements, by their paths', () => {
    expect(findingsOfFile([ROE, NESTED_ROE, DOE], fileAt(0), input)).toEqual([
      { number: 0, path: '00204000' },
      { number: 1, path: '00400275[1].00400007' },
    ]);
    expect(findingsOfFile([ROE, NESTED_ROE, DOE], fileAt(3), input)).toEqual([
      { number: 2, path: '00204000' },
    ]);
  });

  it('are those that name an element of some files, where it is one of these', () => {
    const place = { files: [fileAt(1)], path: '00100020' };
    expect(findingsOfFile([{ ...ROE, place }], fileAt(1), input)).toEqual([{ number: 0, path: '00100020' }]);
    expect(findingsOfFile([{ ...ROE, place }], fileAt(0), input)).toEqual([]);
  });

  it('are none of those that are about the file as a whole', () => {
    expect(findingsOfFile([{ ...ROE, place: { files: [fileAt(0)] } }], fileAt(0), input)).toEqual([]);
  });
});
