import { lazy, Suspense } from 'react';
import { useSession } from '../../session/store';
import { shownFrame } from '../../session/view-actions';
import { problemWords } from '../problem-words';
import { useActiveViewport } from '../use-viewport';
import pane from '../pane.module.css';
import { StackBar } from './stack-bar';
import { ViewerToolbar } from './viewer-toolbar';
import { Viewports } from './viewports';
import styles from './viewer-pane.module.css';

/** Centre: the images of the open series. */
export function ViewerPane() {
  return (
    <section className={`${pane.pane ?? ''} ${styles.pane ?? ''}`} aria-label="Viewer">
      <ViewerToolbar />
      <ViewerBody />
      <ImageProblems />
      <StackBar />
    </section>
  );
}

const ContactSheet = lazy(async () => ({
  default: (await import('../contact-sheet/contact-sheet')).ContactSheet,
}));

function ViewerBody() {
  const isContactSheetOpen = useSession((session) => session.isContactSheetOpen);
  if (!isContactSheetOpen) return <Viewports />;
  return (
    <Suspense fallback={<Viewports />}>
      <ContactSheet />
    </Suspense>
  );
}

/** What is wrong with the image although it is shown. */
function ImageProblems() {
  const shown = useActiveViewport((viewport) => viewport.shown);
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
