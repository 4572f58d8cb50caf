import { useSession } from '../../session/store';
import { Viewport } from './viewport';
import styles from './viewports.module.css';

/** The viewports of the layout; while the viewer is alone, the active one. */
export function Viewports() {
  const layout = useSession((session) => session.layout);
  const count = useSession(({ viewports }) => viewports.length);
  const alone = useSession(({ isViewerAlone, active }) => (isViewerAlone ? active : null));
  const places = alone === null ? Array.from({ length: count }, (_, at) => at) : [alone];
  return (
    <div className={styles.viewports} data-layout={alone === null ? layout : '1x1'}>
      {places.map((at) => (
        <Viewport key={at} at={at} />
      ))}
    </div>
  );
}
