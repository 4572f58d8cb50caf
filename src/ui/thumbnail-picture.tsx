import { useEffect, useRef } from 'react';

/** RGBA, row-major. */
export interface SmallPicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

interface ThumbnailPictureProps {
  readonly thumbnail: SmallPicture;
  /** Of the square that it stands in the middle of, at least as large as the thumbnail. */
  readonly sidePixels: number;
}

export function ThumbnailPicture({ thumbnail, sidePixels }: ThumbnailPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const { rgba, width, height } = thumbnail;
    context.clearRect(0, 0, sidePixels, sidePixels);
    const left = Math.floor((sidePixels - width) / 2);
    const top = Math.floor((sidePixels - height) / 2);
    context.putImageData(new ImageData(rgba, width, height), left, top);
  }, [thumbnail, sidePixels]);

  return <canvas ref={canvas} width={sidePixels} height={sidePixels} aria-hidden />;
}
