import { FileText } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import type { Series } from '../../catalog/catalog-types';
import { workspacePhase } from '../../session/state';
import { useSession } from '../../session/store';
import {
  getThumbnail,
  requestThumbnail,
  subscribeThumbnails,
  THUMBNAIL_SIDE_PIXELS,
} from '../../session/thumbnails';
import { ThumbnailPicture } from '../thumbnail-picture';
import styles from './series-thumbnail.module.css';

/** The middle image of a series, small; made when the row comes into view. */
export function SeriesThumbnail({ series }: { readonly series: Series }) {
  const status = useSyncExternalStore(subscribeThumbnails, () => getThumbnail(series.key));
  const thumbnail = status?.thumbnail;
  const isComplete = useSession(({ archives }) => workspacePhase(archives) !== 'scanning');

  useEffect(() => {
    requestThumbnail(series, isComplete);
  }, [series, isComplete]);

  return (
    <div className={styles.frame} data-phase={status?.phase ?? 'empty'}>
      {thumbnail ? (
        <ThumbnailPicture thumbnail={thumbnail} sidePixels={THUMBNAIL_SIDE_PIXELS} />
      ) : (
        <FileText size={18} strokeWidth={1.25} aria-hidden />
      )}
    </div>
  );
}
