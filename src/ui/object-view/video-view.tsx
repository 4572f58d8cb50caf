import { useEffect, useRef, useState } from 'react';
import type { FileId } from '../../base/ids';
import type { VideoFace } from '../../dicom/objects/object-face';
import { readEmbeddedFile, readVideoAsMp4 } from '../../session/embedded-files';
import { problemWords } from '../problem-words';
import { SaveEmbeddedFile } from './save-embedded-file';
import { useEmbeddedFile } from './use-embedded-file';
import styles from './video-view.module.css';
import { fileEndingOf, mediaTypeOf, videoWords, whyNotPlayed } from './video-words';

interface VideoViewProps {
  readonly face: VideoFace;
  readonly file: FileId;
}

/** A video where the browser can play it, else why it does not; and a button that saves the stream. */
export function VideoView({ face, file }: VideoViewProps) {
  const type = mediaTypeOf(face.codec);
  const isCodecPlayed = type !== null && document.createElement('video').canPlayType(type) !== '';
  const isRewrapped = face.codec === 'h264' && face.container === 'mpeg-transport-stream';
  const isPlayed = isCodecPlayed && (face.container === 'mp4' || isRewrapped);
  return (
    <>
      {isPlayed ? (
        <Player file={file} read={isRewrapped ? readVideoAsMp4 : readEmbeddedFile} />
      ) : (
        <p data-testid="video-not-played">
          {whyNotPlayed(face, isCodecPlayed)} Saved as a file, the stream can be opened by a video player.
        </p>
      )}
      <div className={styles.bar}>
        <p className={styles.words}>
          {videoWords(face)}
          {isPlayed && isRewrapped ? '; played without sound' : ''}
        </p>
        <SaveEmbeddedFile file={file} what="stream" type="video/mp4" fileEnding={fileEndingOf(face)} />
      </div>
    </>
  );
}

interface PlayerProps {
  readonly file: FileId;
  readonly read: typeof readEmbeddedFile;
}

function Player({ file, read }: PlayerProps) {
  const stream = useEmbeddedFile(file, 'video/mp4', read);
  switch (stream.phase) {
    case 'loading':
      return <p className={styles.words}>Loading</p>;
    case 'failed':
      return (
        <p role="status" data-testid="problem" data-code={stream.problem.code}>
          {problemWords(stream.problem).what}
        </p>
      );
    case 'ready':
      return <BlobPlayer blob={stream.blob} />;
  }
}

function BlobPlayer({ blob }: { readonly blob: Blob }) {
  const video = useRef<HTMLVideoElement>(null);
  const [isDamaged, setIsDamaged] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    const url = URL.createObjectURL(blob);
    element.src = url;
    return () => {
      // It may still be loading, and would ask for what is not there any more.
      element.removeAttribute('src');
      element.load();
      URL.revokeObjectURL(url);
    };
  }, [blob]);
  return isDamaged ? (
    <p role="status" data-testid="video-not-played">
      The browser cannot play this stream: it is damaged, or of a form that the browser does not know.
    </p>
  ) : (
    <video
      ref={video}
      className={styles.video}
      controls
      playsInline
      data-testid="video"
      onError={() => setIsDamaged(true)}
    />
  );
}
