import { describe, expect, it } from 'vitest';
import { loadDictionary } from './dictionary';
import { searchDictionary } from './dictionary-search';

const dictionary = await loadDictionary();

function found(text: string, limit = 50): readonly string[] {
  return searchDictionary(dictionary, text, limit).map(({ keyword, tag }) => keyword || tag);
}

describe('searchDictionary', () => {
  it('finds an attribute by its keyword, by words of its name and by its tag', () => {
    for (const text of [
      'PatientName',
      "patient's name",
      'name patient',
      '(0010,0010)',
      '00100010',
      '0010,0010',
    ]) {
      expect(found(text), text).toContain('PatientName');
    }
  });

  it('puts those first that begin with the text', () => {
    // PS3.6 has Repetition Time (0018,0080) and others with these words further in, as the Inversion Time has not.
    expect(found('repetition time')[0]).toBe('RepetitionTime');
    expect(found('kvp')[0]).toBe('KVP');
  });

  it('offers a tag that the dictionary does not know, since it may be private', () => {
    expect(searchDictionary(dictionary, '0019,100c', 5)).toEqual([
      { path: '0019100C', tag: '(0019,100C)', keyword: '', name: '' },
    ]);
  });

  it('finds nothing where there is nothing, and no more than asked for', () => {
    expect(found('')).toEqual([]);
    expect(found('no such thing')).toEqual([]);
    expect(found('time', 7)).toHaveLength(7);
  });
});
