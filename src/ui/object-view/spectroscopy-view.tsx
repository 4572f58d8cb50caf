import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SpectroscopyFace } from '../../dicom/objects/object-face';
import { signalOf, type Spectra, type Voxel } from '../../dicom/objects/spectra';
import { useScrollView } from '../contents/use-scroll-view';
import { useTheme } from '../use-theme';
import { magnitudes, magnitudeSpectrum } from './fourier';
import { paintCurve, type Curve } from './spectrum-painter';
import styles from './spectroscopy-view.module.css';

/** The spectrum of one voxel at a time. */
export function SpectroscopyView({ face: { spectra } }: { readonly face: SpectroscopyFace }) {
  const [voxel, setVoxel] = useState<Voxel>(() => middleVoxel(spectra));
  const isTime = spectra.domain === 'time';
  const [isTransformed, setIsTransformed] = useState(isTime);
  const signal = useMemo(() => signalOf(spectra, voxel), [spectra, voxel]);
  if (signal.real.length === 0) return <p>There are no data that can be drawn.</p>;
  return (
    <div className={styles.spectroscopy}>
      <div className={styles.bar}>
        {isTime ? (
          <label className={styles.field}>
            <input
              type="checkbox"
              checked={isTransformed}
              onChange={(event) => setIsTransformed(event.target.checked)}
            />
            Fourier transform
          </label>
        ) : null}
        <Place
          label="Frame"
          count={spectra.frames}
          at={voxel.frame}
          onChange={(frame) => setVoxel({ ...voxel, frame })}
        />
        <Place
          label="Row"
          count={spectra.rows}
          at={voxel.row}
          onChange={(row) => setVoxel({ ...voxel, row })}
        />
        <Place
          label="Column"
          count={spectra.columns}
          at={voxel.column}
          onChange={(column) => setVoxel({ ...voxel, column })}
        />
      </div>
      <CurveCanvas curve={curveOf(spectra, signal, isTime && isTransformed)} />
    </div>
  );
}

function middleVoxel({ rows, columns }: Spectra): Voxel {
  return { frame: 0, row: rows >> 1, column: columns >> 1 };
}

/** Magnitudes, of the signal as it is stored or of its spectrum. */
function curveOf(
  { domain, spectralWidthHz }: Spectra,
  signal: ReturnType<typeof signalOf>,
  isTransformed: boolean,
): Curve {
  const { real, imaginary } = signal;
  const isSpectrum = isTransformed || domain === 'frequency';
  const values = isTransformed ? magnitudeSpectrum(real, imaginary) : magnitudes(real, imaginary);
  if (!isSpectrum) {
    const last =
      spectralWidthHz === null
        ? `${real.length} points`
        : `${shortNumber((1000 * real.length) / spectralWidthHz)} ms`;
    return { values, first: '0', middle: 'Magnitude of the signal', last };
  }
  const half = spectralWidthHz === null ? null : shortNumber(spectralWidthHz / 2);
  const ends = half === null ? { first: '', last: '' } : { first: `-${half} Hz`, last: `+${half} Hz` };
  return { values, ...ends, middle: 'Magnitude of the spectrum' };
}

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(4)));
}

interface PlaceProps {
  readonly label: string;
  readonly count: number;
  /** From 0. */
  readonly at: number;
  readonly onChange: (at: number) => void;
}

/** Which of several; nothing where there is one alone. */
function Place({ label, count, at, onChange }: PlaceProps) {
  if (count < 2) return null;
  return (
    <label className={styles.field}>
      {label}
      <input
        type="number"
        min={1}
        max={count}
        value={at + 1}
        onChange={({ target: { valueAsNumber } }) => {
          if (Number.isInteger(valueAsNumber)) onChange(Math.max(1, Math.min(count, valueAsNumber)) - 1);
        }}
      />
      of {count}
    </label>
  );
}

function CurveCanvas({ curve }: { readonly curve: Curve }) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, ratio } = useScrollView(frame);
  const theme = useTheme();
  useLayoutEffect(() => {
    if (canvas.current !== null && width > 0) paintCurve(canvas.current, curve, { width, height, ratio });
  }, [curve, width, height, ratio, theme]);
  return (
    <div ref={frame} className={styles.curve}>
      <canvas
        ref={canvas}
        width={Math.round(width * ratio)}
        height={Math.round(height * ratio)}
        style={{ width, height }}
        role="img"
        aria-label={curve.middle}
        data-testid="spectrum"
      />
    </div>
  );
}
