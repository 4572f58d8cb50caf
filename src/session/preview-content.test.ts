import { describe, expect, it } from 'vitest';
import { planPreview, previewContent } from './preview-content';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe('the way a file is shown', () => {
  it.each([
    ['text', 10, 'text'],
    ['html', 10, 'text'],
    ['svg', 10, 'text'],
    ['text', 5e9, 'text'],
    ['png', 10, 'picture'],
    ['jpeg', 100e6, 'picture'],
    ['jpeg', 101e6, 'bytes'],
    ['tiff', 10, 'bytes'],
    ['pdf', 200e6, 'pdf'],
    ['pdf', 201e6, 'bytes'],
    ['executable', 10, 'bytes'],
    ['system', 10, 'bytes'],
  ] as const)('%s of %i bytes: as %s', (kind, bytes, as) => {
    expect(planPreview(kind, bytes).as).toBe(as);
  });

  it('never reads more than 200 MB', () => {
    expect(planPreview('text', 5e9).limitBytes).toBe(1_048_576);
    expect(planPreview('pdf', 5e9)).toMatchObject({ limitBytes: 256, exceededBytes: 200e6 });
    expect(planPreview('zip', 5e9)).toMatchObject({ limitBytes: 256, exceededBytes: null });
  });
});

it('gives HTML as its source', () => {
  const source = '<script>alert(1)</script>';
  const content = previewContent('html', planPreview('html', source.length), utf8(source));
  expect(content).toEqual({ as: 'text', text: source, encoding: 'utf-8', bytes: source.length });
});

it('gives a picture with its media type', () => {
  const content = previewContent('webp', planPreview('webp', 3), utf8('RIF'));
  expect(content.as === 'picture' && content.blob.type).toBe('image/webp');
});
