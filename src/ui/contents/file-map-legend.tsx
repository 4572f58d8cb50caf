import { useLayoutEffect, useRef } from 'react';
import { FILE_STATES, type FileState } from '../../catalog/file-columns';
import { useSession } from '../../session/store';
import { colourOfState, paintCell } from './file-map-painter';
import styles from './file-map.module.css';
import { FILE_STATE_WORDS } from './file-words';
import { useFileMapColours } from './use-file-map-colours';

/** CSS pixels. */
const SWATCH_SIDE = 12;
/** Series that stand for all: told apart at a glance. */
const EXAMPLES = [1, 8, 3];
const STATES_OF_SERIES: readonly FileState[] = ['shown', 'headerOnly', 'duplicate'];

/** What the patterns mean, as far as the archives have them. */
export function FileMapLegend() {
  const ledger = useSession((session) => session.ledger);
  const present = FILE_STATES.filter((state) => countOf(state) > 0);

  function countOf(state: FileState): number {
    if (state !== 'pending') return ledger.byState[state].entries;
    return ledger.entries - Object.values(ledger.byState).reduce((sum, { entries }) => sum + entries, 0);
  }

  return (
    <ul className={styles.legend} aria-label="Legend">
      {present.map((state) => (
        <li key={state} className={styles.legendItem}>
          <Swatches state={state} />
          {state === 'shown' ? 'Image, coloured by series' : FILE_STATE_WORDS[state]}
        </li>
      ))}
    </ul>
  );
}

function Swatches({ state }: { readonly state: FileState }) {
  const colours = useFileMapColours();
  const canDiffer = STATES_OF_SERIES.includes(state);
  const examples = state === 'shown' ? EXAMPLES : EXAMPLES.slice(0, 1);
  return examples.map((series) => (
    <Swatch
      key={series}
      state={state}
      colour={canDiffer ? (colours.series[series] ?? 0) : colourOfState(state, colours)}
      ground={colours.ground}
    />
  ));
}

interface SwatchProps {
  readonly state: FileState;
  readonly colour: number;
  readonly ground: number;
}

function Swatch({ state, colour, ground }: SwatchProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const side = Math.round(SWATCH_SIDE * devicePixelRatio);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context) return;
    const image = context.createImageData(side, side);
    paintCell(new Uint32Array(image.data.buffer), side, { state, colour, ground });
    context.putImageData(image, 0, 0);
  }, [side, state, colour, ground]);

  return <canvas ref={canvas} className={styles.swatch} width={side} height={side} aria-hidden />;
}
