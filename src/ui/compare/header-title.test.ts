import { describe, expect, it } from 'vitest';
import type { Header, HeaderRow } from '../../dicom/header-row';
import { headerTitle } from './header-title';

function headerOf(values: Readonly<Record<string, string>>): Header {
  const rows = Object.entries(values).map(([path, value]): HeaderRow => {
    const fields = { keyword: '', name: '', vr: 'LO', vm: 1, lengthBytes: value.length, offsetBytes: 0 };
    return { path, depth: 0, kind: 'element', tag: '', value, valueIsCut: false, ...fields };
  });
  return { rows, problems: [], transferSyntaxUid: '', transferSyntaxName: '', sopClassName: '' };
}

describe('headerTitle', () => {
  it('names patient, series and instance as the header does', () => {
    const header = headerOf({
      '00080060': 'CT',
      '0008103E': 'Axial',
      '00100010': 'Roe^Jane',
      '00200011': '3',
      '00200013': '12',
    });
    expect(headerTitle(header)).toEqual({ patient: 'Roe, Jane', instance: 'CT · 3 · Axial · instance 12' });
  });

  it('names what there is', () => {
    expect(headerTitle(headerOf({ '00100020': 'P-17', '00200011': '3' }))).toEqual({
      patient: 'P-17',
      instance: 'Series 3',
    });
    // Of somebody else, in an item.
    expect(headerTitle(headerOf({ '00101002[0].00100020': 'P-18' })).patient).toBe('No patient name');
  });
});
