import { useEffect, useRef, type RefObject, type SyntheticEvent } from 'react';
import type { FileId } from '../../base/ids';
import type {
  DocumentFace,
  ObjectFace,
  SpectroscopyFace,
  VideoFace,
  WaveformFace,
} from '../../dicom/objects/object-face';
import { DocumentView } from './document-view';
import { FaceSections } from './face-sections';
import { ReportView } from './report-view';
import { SpectroscopyView } from './spectroscopy-view';
import { VideoView } from './video-view';
import { WaveformView } from './waveform-view';
import styles from './object-view.module.css';

interface ObjectViewProps {
  readonly face: ObjectFace;
  /** That the face is of: what it wraps is read when it is shown. */
  readonly file: FileId;
}

/** An object that has no picture, in place of one. */
export function ObjectView({ face, file }: ObjectViewProps) {
  const { sopClassName, title, whyNoPicture } = face;
  const heading = title || sopClassName || 'Unknown object';
  const view = useRef<HTMLElement>(null);
  useWheelForItself(view);
  return (
    <section
      ref={view}
      className={styles.view}
      role="document"
      aria-label={heading}
      tabIndex={0}
      data-testid="object-view"
      data-kind={face.kind}
      {...NOT_THE_VIEWPORTS}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>{heading}</h2>
        {title !== '' && sopClassName !== '' ? <p className={styles.sopClass}>{sopClassName}</p> : null}
        <p className={styles.why}>{whyNoPicture}</p>
      </header>
      <FaceBody face={face} file={file} />
    </section>
  );
}

/** Pointers select, follow and scroll here; they are no gestures on an image. */
const NOT_THE_VIEWPORTS = {
  onPointerDown: stop,
  onPointerMove: stop,
  onPointerUp: stop,
  onDoubleClick: stop,
  onContextMenu: stop,
};

function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}

/** The viewport listens for wheels without React. */
function useWheelForItself(view: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = view.current;
    const stopWheel = (event: WheelEvent): void => event.stopPropagation();
    element?.addEventListener('wheel', stopWheel, { passive: true });
    return () => element?.removeEventListener('wheel', stopWheel);
  }, [view]);
}

/** What only objects of its kind have, and the sections that any may have. */
function FaceBody({ face, file }: ObjectViewProps) {
  switch (face.kind) {
    case 'document':
    case 'waveform':
    case 'spectroscopy':
    case 'video':
      return (
        <>
          <Medium face={face} file={file} />
          <FaceSections sections={face.sections} />
        </>
      );
    case 'report':
      return (
        <>
          <ReportView content={face.content} />
          <FaceSections sections={face.sections} />
        </>
      );
    case 'key-objects':
    case 'presentation-state':
    case 'structure-set':
    case 'plan':
    case 'facts':
      return <FaceSections sections={face.sections} />;
  }
}

interface MediumProps {
  readonly face: DocumentFace | WaveformFace | SpectroscopyFace | VideoFace;
  readonly file: FileId;
}

function Medium({ face, file }: MediumProps) {
  switch (face.kind) {
    case 'document':
      return <DocumentView face={face} file={file} />;
    case 'waveform':
      return <WaveformView face={face} />;
    case 'spectroscopy':
      return <SpectroscopyView face={face} />;
    case 'video':
      return <VideoView face={face} file={file} />;
  }
}
