import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { problem } from '../../base/problem';
import type { Size } from '../../viewer/camera';
import { formatCount } from '../format';
import { PreviewFrame, type PreviewOf } from './preview-frame';
import styles from './preview.module.css';

/** A picture takes 4 bytes for each pixel when it is drawn, however small its file is. */
const MAX_PIXELS = 100e6;

type PictureState =
  { readonly phase: 'loading' | 'damaged' } | { readonly phase: 'ready' | 'too-large'; readonly size: Size };

interface PicturePreviewProps extends PreviewOf {
  readonly blob: Blob;
}

/** A picture as the browser decodes it; it is drawn only once its size is known. */
export function PicturePreview({ blob, problems, file }: PicturePreviewProps) {
  const picture = useRef<HTMLImageElement>(null);
  const [state, setState] = useState<PictureState>({ phase: 'loading' });

  useEffect(() => {
    if (picture.current === null) return;
    const url = URL.createObjectURL(blob);
    picture.current.src = url;
    return () => {
      URL.revokeObjectURL(url);
    };
  }, [blob]);

  function onLoad({ currentTarget: { naturalWidth: width, naturalHeight: height } }: LoadEvent): void {
    setState({ phase: width * height > MAX_PIXELS ? 'too-large' : 'ready', size: { width, height } });
  }

  const size =
    'size' in state ? [`${formatCount(state.size.width)} × ${formatCount(state.size.height)} pixels`] : [];
  const reason = REASONS[state.phase];
  const failure = reason === undefined ? [] : [problem('preview-failed', file.path, { reason })];
  return (
    <PreviewFrame file={file} problems={[...problems, ...failure]} facts={size}>
      {failure.length > 0 ? null : (
        <div className={styles.picture} data-phase={state.phase}>
          <img ref={picture} alt={file.path} onLoad={onLoad} onError={() => setState({ phase: 'damaged' })} />
        </div>
      )}
    </PreviewFrame>
  );
}

type LoadEvent = SyntheticEvent<HTMLImageElement>;

const REASONS: Readonly<Partial<Record<PictureState['phase'], string>>> = {
  damaged: 'the browser cannot read it, its data are probably damaged',
  'too-large': `it has more than ${formatCount(MAX_PIXELS / 1e6)} million pixels`,
};
