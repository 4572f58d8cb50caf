import { useLayoutEffect, useRef, useState } from 'react';
import type { WaveformFace } from '../../dicom/objects/object-face';
import { durationSeconds, type MultiplexGroup } from '../../dicom/objects/waveform-recording';
import { Button } from '../button';
import { useScrollView } from '../contents/use-scroll-view';
import { formatCounted } from '../format';
import { useTheme } from '../use-theme';
import { StepButtons } from './step-buttons';
import { EDGE, GUTTER, paintWaveform, RULER } from './waveform-painter';
import {
  defaultScale,
  formatMoment,
  gainWords,
  PIXELS_PER_MM,
  speedWords,
  type WaveformScale,
  withGain,
  withSpeed,
} from './waveform-scale';
import styles from './waveform-view.module.css';

/** Less is not legible; with more than all of them take, they share what there is. */
const MIN_LANE_HEIGHT = 52;
/** What every browser can scroll. */
const MAX_SHEET_PIXELS = 16e6;
const MAX_MM_PER_SECOND = 1600;

/** The groups of a waveform object, one at a time. */
export function WaveformView({ face: { groups, isSound } }: { readonly face: WaveformFace }) {
  const [chosen, setChosen] = useState(0);
  const group = groups[chosen];
  return (
    <div className={styles.waveform}>
      {isSound ? <p>It is sound: drawn here, not played.</p> : null}
      {groups.length > 1 ? (
        <select
          value={chosen}
          aria-label="Multiplex group"
          className={styles.groups}
          onChange={(event) => setChosen(Number(event.target.value))}
        >
          {groups.map((each, index) => (
            <option key={index} value={index}>
              {groupWords(each, index)}
            </option>
          ))}
        </select>
      ) : null}
      {group === undefined || group.sampleCount === 0 || group.channels.length === 0 ? (
        <p>There are no samples that can be drawn.</p>
      ) : (
        <GroupView key={chosen} group={group} />
      )}
    </div>
  );
}

function groupWords(group: MultiplexGroup, index: number): string {
  const channels = formatCounted(group.channels.length, 'channel');
  const { label } = group;
  return [label || `Group ${String(index + 1)}`, channels, formatMoment(durationSeconds(group))].join(' · ');
}

function GroupView({ group }: { readonly group: MultiplexGroup }) {
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useScrollView(scroller);
  const [scale, setScale] = useState(() => defaultScale(group));
  const laneHeight = Math.max(MIN_LANE_HEIGHT, (view.height - RULER - EDGE) / group.channels.length);
  const theme = useTheme();
  const seconds = durationSeconds(group);
  const { width, height, left, top, ratio } = view;

  useLayoutEffect(() => {
    if (canvas.current === null || width === 0) return;
    paintWaveform(canvas.current, group, scale, { width, height, left, top, ratio, laneHeight });
  }, [group, scale, width, height, left, top, ratio, laneHeight, theme]);

  const fastest = Math.min(MAX_MM_PER_SECOND, MAX_SHEET_PIXELS / (seconds * PIXELS_PER_MM));
  const whole = (width - GUTTER) / (seconds * PIXELS_PER_MM);
  return (
    <>
      <div className={styles.bar} role="toolbar" aria-label="Scale">
        <StepButtons
          value={speedWords(scale)}
          less="Less time apart"
          more="More time apart"
          onLess={() => setScale(withSpeed(scale, 0.5))}
          onMore={scale.mmPerSecond * 2 > fastest ? null : () => setScale(withSpeed(scale, 2))}
        />
        <StepButtons
          value={gainWords(scale)}
          less="Lower amplitude"
          more="Higher amplitude"
          onLess={() => setScale(withGain(scale, 0.5))}
          onMore={() => setScale(withGain(scale, 2))}
        />
        <Button onClick={() => setScale({ ...scale, mmPerSecond: Math.min(fastest, whole) })}>
          All of it
        </Button>
        <Button onClick={() => setScale(defaultScale(group))}>As on paper</Button>
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        tabIndex={0}
        role="region"
        aria-label="Traces"
        data-scrolls="sideways"
        data-testid="waveform"
        data-channels={group.channels.length}
        data-samples={group.sampleCount}
        data-left={Math.round(left)}
      >
        <div style={sheetSize(group, scale, laneHeight)}>
          <canvas
            ref={canvas}
            className={styles.canvas}
            width={Math.round(width * ratio)}
            height={Math.round(height * ratio)}
            style={{ width, height }}
            role="img"
            aria-label={groupWords(group, 0)}
          />
        </div>
      </div>
    </>
  );
}

/** Of what is scrolled; the canvas stays in sight and is drawn anew. */
function sheetSize(group: MultiplexGroup, scale: WaveformScale, laneHeight: number) {
  return {
    width: GUTTER + durationSeconds(group) * scale.mmPerSecond * PIXELS_PER_MM,
    height: RULER + EDGE + laneHeight * group.channels.length,
    minWidth: '100%',
  };
}
