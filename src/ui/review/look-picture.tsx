import { ImageOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { noteShown } from '../../session/look-actions';
import type { ImageRef } from '../../session/state';
import { formatCount } from '../format';
import type { SmallPicture } from '../thumbnail-picture';
import styles from './look-picture.module.css';
import { useIsInView } from './use-is-in-view';
import { usePicture } from './use-picture';

interface LookPictureProps {
  readonly image: ImageRef;
  /** Of how many it is which, from 0. */
  readonly index: number;
  readonly count: number;
  /** How sharp it is at most. */
  readonly sidePixels: number;
  readonly onOpen: () => void;
}

/** One image, large enough to read what is written in it; opens it in the viewer. */
export function LookPicture({ image, index, count, sidePixels, onOpen }: LookPictureProps) {
  const { file, frameIndex } = image;
  const button = useRef<HTMLButtonElement>(null);
  const picture = usePicture(image, sidePixels);
  const isInView = useIsInView(button);
  const frame = picture.phase === 'ready' ? picture.frame : null;
  const icon = picture.phase === 'ready' ? picture.icon : null;
  const isShown = isInView && frame !== null;
  const place = `Image ${formatCount(index + 1)} of ${formatCount(count)}`;

  useEffect(() => {
    if (isShown) noteShown(file, frameIndex);
  }, [isShown, file, frameIndex]);

  return (
    <figure className={styles.figure}>
      <button
        ref={button}
        type="button"
        className={styles.cell}
        data-testid="look-picture"
        data-phase={picture.phase}
        aria-label={`${place}: open it in the viewer`}
        onClick={onOpen}
      >
        {frame === null ? null : <PictureCanvas picture={frame} />}
        {frame !== null || picture.phase === 'loading' ? null : (
          <span className={styles.none}>
            <ImageOff size={22} strokeWidth={1.5} aria-hidden />
            It cannot be drawn here
          </span>
        )}
        {icon === null ? null : (
          <span className={styles.icon} data-testid="look-icon">
            <PictureCanvas picture={icon} />
            Icon in the file
          </span>
        )}
      </button>
      <figcaption className={styles.caption}>
        {place}
        {frame?.isBrightened === true ? ' · brightened: its own window shows nothing' : ''}
      </figcaption>
    </figure>
  );
}

/** In its own pixels; the style sheet makes it as large as there is room. */
function PictureCanvas({ picture }: { readonly picture: SmallPicture }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, rgba } = picture;
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
  }, [rgba, width, height]);
  return <canvas ref={canvas} width={width} height={height} aria-hidden />;
}
