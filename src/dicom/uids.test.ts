import { describe, expect, it } from 'vitest';
import { isImageSopClass, transferSyntax, uidName } from './uids';

describe('registered UIDs', () => {
  it('have their names', () => {
    expect(uidName('1.2.840.10008.5.1.4.1.1.2')).toBe('CT Image Storage');
    expect(uidName('1.2.840.10008.1.2.4.90')).toBe('JPEG 2000 Image Compression (Lossless Only)');
    expect(uidName('1.2.840.113619.5.2')).toBe('Implicit VR Big Endian DLX (GE private)');
    expect(uidName('1.2.3')).toBe('');
  });

  it('of transfer syntaxes tell the encoding', () => {
    expect(transferSyntax('1.2.840.10008.1.2')).toMatchObject({ isExplicit: false, isLittleEndian: true });
    expect(transferSyntax('1.2.840.10008.1.2.2')).toMatchObject({ isExplicit: true, isLittleEndian: false });
    expect(transferSyntax('1.2.840.10008.1.2.1.99')).toMatchObject({ isDeflated: true, codec: 'none' });
    expect(transferSyntax('1.2.840.10008.1.2.4.70')).toMatchObject({
      isEncapsulated: true,
      codec: 'jpeg-lossless',
    });
    expect(transferSyntax('1.2.840.10008.1.2.5')).toMatchObject({ isEncapsulated: true, codec: 'rle' });
    expect(transferSyntax('1.2.3')).toBeNull();
  });

  it('of SOP classes tell images from other objects', () => {
    expect(isImageSopClass('1.2.840.10008.5.1.4.1.1.4')).toBe(true);
    expect(isImageSopClass('1.2.840.10008.5.1.4.1.1.88.11')).toBe(false);
  });
});
