import { describe, expect, it } from 'vitest';
import { assert } from '../base/assert';
import { rangesOf } from '../base/byte-ranges';
import { loadDictionary } from '../dicom/dictionary';
import { parsePart10 } from '../dicom/part10';
import { type DataSetDescription, writePart10 } from '../fixtures/dicom-writer';
import { inflateRaw } from '../fixtures/inflate-raw';
import { readObjectFace } from './read-object-face';

async function faceOf(dataSet: DataSetDescription) {
  const dicom = parsePart10(writePart10(dataSet), { where: 'built.dcm', inflateRaw });
  assert(dicom.ok, 'what is built can be read');
  const instance = { dicom: dicom.value, content: rangesOf(dicom.value.byteArray) };
  const face = await readObjectFace(instance, await loadDictionary());
  assert(face.ok, 'it has a face');
  return face.value;
}

describe('readObjectFace', () => {
  it('shows the colours of a palette before all else', async () => {
    const { kind, sections } = await faceOf([
      [0x00080016, 'UI', '1.2.840.10008.5.1.4.39.1'],
      [0x00281101, 'US', [2, 0, 16]],
      [0x00281102, 'US', [2, 0, 16]],
      [0x00281103, 'US', [2, 0, 16]],
      [0x00281201, 'OW', new Uint16Array([0x1100, 0x2200])],
      [0x00281202, 'OW', new Uint16Array([0x3300, 0x4400])],
      [0x00281203, 'OW', new Uint16Array([0x5500, 0x6600])],
      [0x00700081, 'LO', 'Two colours'],
    ]);
    expect(kind).toBe('facts');
    // Of 16 bits the high byte is shown.
    expect(sections[0]).toEqual({
      as: 'palette',
      heading: 'Palette',
      rgb: Uint8Array.of(0x11, 0x33, 0x55, 0x22, 0x44, 0x66),
    });
  });

  it('has no palette where the object has none', async () => {
    const { sections } = await faceOf([
      [0x00080016, 'UI', '1.2.840.10008.5.1.4.38.1'],
      [0x00720002, 'SH', 'CHEST'],
    ]);
    expect(sections.map(({ as }) => as)).toEqual(['facts']);
  });
});
