import { imageCount } from '../../session/images';
import { useSession } from '../../session/store';
import { shownFrame } from '../../session/view-actions';
import { showImage } from '../../session/viewport-actions';
import { problemWords } from '../problem-words';
import { useOpenSeries } from '../use-open-series';
import pane from '../pane.module.css';
import { ViewerToolbar } from './viewer-toolbar';
import { Viewport } from './viewport';
import styles from './viewer-pane.module.css';

/** Centre: the images of the open series. */
export function ViewerPane() {
  return (
    <section className={`${pane.pane ?? ''} ${styles.pane ?? ''}`} aria-label="Viewer">
      <ViewerToolbar />
      <Viewport />
      <ImageProblems />
      <ImageSlider />
    </section>
  );
}

/** What is wrong with the image although it is shown. */
function ImageProblems() {
  const shown = useSession(({ viewport }) => viewport.shown);
  const problems = shown === null ? [] : (shownFrame()?.problems ?? []);
  return problems.map((problem) => (
    <p
      key={problem.code}
      className={styles.problem}
      data-testid="problem"
      data-code={problem.code}
      data-path={problem.where}
    >
      {problemWords(problem).what}
    </p>
  ));
}

const SORT_WORDS = {
  geometry: 'sorted by position',
  'instance-number': 'sorted by instance number',
  path: 'sorted by file name',
} as const;

function ImageSlider() {
  const series = useOpenSeries((each) => each);
  const imageIndex = useSession(({ viewport }) => viewport.imageIndex);
  if (series === null) return null;
  const count = imageCount(series);
  return (
    <div className={styles.slider}>
      <input
        type="range"
        min={0}
        max={Math.max(0, count - 1)}
        value={imageIndex}
        disabled={count < 2}
        aria-label="Image"
        aria-valuetext={`Image ${String(imageIndex + 1)} of ${String(count)}`}
        onChange={(event) => {
          showImage(event.target.valueAsNumber);
        }}
      />
      <span className={styles.figures}>
        {imageIndex + 1} / {count}
        {series.instances.length > 1 ? ` · ${SORT_WORDS[series.sortRule]}` : ''}
      </span>
    </div>
  );
}
