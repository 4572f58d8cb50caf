import { useMemo, useState } from 'react';
import type { FileId } from '../../base/ids';
import { countFramesShown, type Look } from '../../review/look-queue';
import { imageCount } from '../../session/images';
import { showInViewer } from '../../session/look-pictures';
import { imagesOfSeries, sampleOf } from '../../session/look-images';
import { useSession } from '../../session/store';
import { Button } from '../button';
import { formatCount, formatCounted } from '../format';
import { LookFrames } from './look-frames';
import { LookPicture } from './look-picture';
import styles from './look.module.css';

/** As large as three side by side on a display of twice the resolution. */
const SAMPLE_SIDE_PIXELS = 1024;

/** Some of the pictures of a series, or all of them. */
export function LookPictures({ look }: { readonly look: Look }) {
  const { series } = look;
  const [isWhole, setWhole] = useState(false);
  const stack = useMemo(() => imagesOfSeries(series), [series]);
  const sample = useMemo(() => sampleOf(stack, examplesOf(look)), [stack, look]);
  const images = imageCount(stack);
  return (
    <>
      {sample.length === images ? null : (
        <div className={styles.extent}>
          <Button
            look={isAnyFrameTelling(look) && !isWhole ? 'primary' : 'outlined'}
            onClick={() => setWhole(!isWhole)}
          >
            {isWhole
              ? `Show ${formatCount(sample.length)} of them`
              : `Show every frame (${formatCount(images)})`}
          </Button>
          <ExtentWords look={look} images={images} sample={sample.length} isWhole={isWhole} />
        </div>
      )}
      {isWhole ? (
        <LookFrames look={look} stack={stack} />
      ) : (
        <div className={styles.sample}>
          {sample.map((placed) => (
            <LookPicture
              key={placed.index}
              {...placed}
              count={images}
              sidePixels={SAMPLE_SIDE_PIXELS}
              onOpen={() => showInViewer(series, placed.image)}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** Files that were found to have something. */
function examplesOf({ findings }: Look): readonly FileId[] {
  return findings.flatMap(({ example }) => example.file ?? []);
}

const TELLING_MODALITIES: readonly string[] = ['US', 'IVUS', 'SC', 'OT'];

/** Of ultrasound, screen captures and overlays: a name may be on one frame, and not on the others. */
function isAnyFrameTelling({ series, findings }: Look): boolean {
  return TELLING_MODALITIES.includes(series.modality) || findings.some(({ check }) => check === 'overlays');
}

interface ExtentWordsProps {
  readonly look: Look;
  readonly images: number;
  readonly sample: number;
  readonly isWhole: boolean;
}

function ExtentWords({ look, images, sample, isWhole }: ExtentWordsProps) {
  const shown = useSession(({ seen }) => countFramesShown(look.series, seen));
  if (isWhole) return <p>{`${formatCount(shown)} of ${formatCounted(images, 'frame')} shown so far.`}</p>;
  const why = isAnyFrameTelling(look) ? ' Text may be on any of them.' : '';
  return (
    <p>{`${formatCount(sample)} of ${formatCounted(images, 'frame')}: the first, the middle, the last, and where something was found.${why}`}</p>
  );
}
