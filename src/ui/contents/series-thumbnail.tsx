import { FileText } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Series } from '../../catalog/catalog-types';
import { workspacePhase } from '../../session/state';
import { useSession } from '../../session/store';
import {
  getThumbnail,
  requestThumbnail,
  subscribeThumbnails,
  THUMBNAIL_SIDE_PIXELS,
} from '../../session/thumbnails';
import styles from './series-thumbnail.module.css';

/** The middle image of a series, small; made when the row comes into view. */
export function SeriesThumbnail({ series }: { readonly series: Series }) {
  const status = useSyncExternalStore(subscribeThumbnails, () => getThumbnail(series.key));
  const thumbnail = status?.thumbnail;
  const isComplete = useSession(({ archives }) => workspacePhase(archives) !== 'scanning');
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    requestThumbnail(series, isComplete);
  }, [series, isComplete]);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!thumbnail || !context) return;
    const { rgba, width, height } = thumbnail;
    context.clearRect(0, 0, THUMBNAIL_SIDE_PIXELS, THUMBNAIL_SIDE_PIXELS);
    const left = Math.floor((THUMBNAIL_SIDE_PIXELS - width) / 2);
    const top = Math.floor((THUMBNAIL_SIDE_PIXELS - height) / 2);
    context.putImageData(new ImageData(rgba, width, height), left, top);
  }, [thumbnail]);

  return (
    <div className={styles.frame} data-phase={status?.phase ?? 'empty'}>
      {thumbnail ? (
        <canvas ref={canvas} width={THUMBNAIL_SIDE_PIXELS} height={THUMBNAIL_SIDE_PIXELS} aria-hidden />
      ) : (
        <FileText size={18} strokeWidth={1.25} aria-hidden />
      )}
    </div>
  );
}
