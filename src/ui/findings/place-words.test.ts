import { describe, expect, it } from 'vitest';
import { loadDictionary } from '../../dicom/dictionary';
import { placeWords } from './place-words';

const dictionary = await loadDictionary();

function words(place: Partial<Parameters<typeof placeWords>[0]>) {
  return placeWords({ path: '', kind: null, creator: '', ...place }, dictionary);
}

describe('the words for a place', () => {
  it('are the name and tag of an attribute (PS3.6)', () => {
    expect(words({ path: '00100010' })).toEqual({ name: "Patient's Name", tag: '(0010,0010)', around: '' });
  });

  it('name the sequences around it, from the inside out', () => {
    expect(words({ path: '00400275[].00400008[].00080104' })).toEqual({
      name: 'Code Meaning',
      tag: '(0008,0104)',
      around: 'in Scheduled Protocol Code Sequence in Request Attributes Sequence',
    });
  });

  it('name the creator of a private attribute', () => {
    expect(words({ path: '00291010', creator: 'ROE MEDICAL' }).name).toBe('[ROE MEDICAL]');
    expect(words({ path: '00290010' }).name).toBe('Private Creator');
  });

  it('say what is no attribute', () => {
    expect(words({ kind: 'folder' })).toEqual({ name: 'Folder name', tag: '', around: '' });
  });

  it('have the tag alone while there is no dictionary', () => {
    const place = { path: '00081140[].00081155', kind: null, creator: '' };
    expect(placeWords(place, null)).toEqual({ name: '', tag: '(0008,1155)', around: 'in (0008,1140)' });
  });
});
