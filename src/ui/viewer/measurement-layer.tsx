import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { measuringOn } from '../../session/measurement-actions';
import type { ImageRef } from '../../session/state';
import { useSession } from '../../session/store';
import type { ViewportPlace } from '../../session/viewports';
import { imageToView, type Camera, type Matrix, type Size } from '../../viewer/camera';
import type { LoadedFrame } from '../../viewer/loaded-frame';
import { drawMeasurement } from '../../viewer/measurements/draw-measurements';
import type { Measurement } from '../../viewer/measurements/measurement';
import { measurementsOf } from '../../viewer/measurements/measurement-history';
import { describeMeasurement } from '../../viewer/measurements/measurement-text';
import { withMeasuring } from '../../viewer/measurements/measuring';
import { placeTexts } from '../../viewer/measurements/text-place';
import { useViewport } from '../use-viewport';
import { canvasSize } from './canvas-size';
import styles from './measurement-layer.module.css';

interface MeasurementLayerProps {
  readonly at: ViewportPlace;
  readonly image: ImageRef;
  readonly frame: LoadedFrame;
  readonly camera: Camera;
}

/**
 * The measurements of an image, over it: the lines on a canvas of their own, so that the image is not drawn again
 * while one is dragged, and the texts as text.
 */
export const MeasurementLayer = memo(function MeasurementLayer(props: MeasurementLayerProps) {
  const { at, image, frame, camera } = props;
  const kept = useSession(({ measurements }) => measurementsOf(measurements, image));
  const measuring = useSession((session) => measuringOn(session, image));
  const selected = useSession((session) => session.selectedMeasurement);
  const view = useViewport(at, (viewport) => viewport.viewSize);
  const measurements = useMemo(() => withMeasuring(kept, measuring), [kept, measuring]);
  const toView = useMemo(() => imageToView(camera, frame.facts, view), [camera, frame, view]);
  if (measurements.length === 0) return null;
  const shown = { measurements, selected, toView, view };
  return (
    <>
      <MeasurementLines {...shown} />
      <MeasurementTexts {...shown} frame={frame} />
    </>
  );
});

interface ShownMeasurements {
  readonly measurements: readonly Measurement[];
  /** The id of the selected one. */
  readonly selected: number | null;
  readonly toView: Matrix;
  readonly view: Size;
}

function MeasurementLines({ measurements, selected, toView, view }: ShownMeasurements) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = devicePixelRatio;

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    for (const measurement of measurements) {
      drawMeasurement(context, measurement, { toView, isSelected: measurement.id === selected });
    }
  });

  return <canvas ref={canvas} className={styles.lines} {...canvasSize(view, ratio)} />;
}

/** Their places depend on how large they are, which is known when they are written. */
function MeasurementTexts(props: ShownMeasurements & { readonly frame: LoadedFrame }) {
  const { measurements, selected, toView, view, frame } = props;
  const texts = useRef(new Map<number, HTMLElement>());

  useLayoutEffect(() => {
    const blocks = measurements.flatMap((measurement) => {
      const element = texts.current.get(measurement.id);
      if (element === undefined) return [];
      return { element, measurement, size: { width: element.offsetWidth, height: element.offsetHeight } };
    });
    const places = placeTexts(blocks, toView, view);
    for (const [index, { element }] of blocks.entries()) {
      const place = places[index] ?? null;
      element.style.visibility = place === null ? 'hidden' : 'visible';
      if (place !== null) element.style.translate = `${String(place.x)}px ${String(place.y)}px`;
    }
  });

  return measurements.map((measurement) => (
    <MeasurementText
      key={measurement.id}
      ref={(element) => {
        texts.current.set(measurement.id, element);
        return () => texts.current.delete(measurement.id);
      }}
      measurement={measurement}
      isSelected={measurement.id === selected}
      frame={frame}
    />
  ));
}

interface MeasurementTextProps {
  readonly ref: (element: HTMLDivElement) => () => void;
  readonly measurement: Measurement;
  readonly isSelected: boolean;
  readonly frame: LoadedFrame;
}

function MeasurementText({ ref, measurement, isSelected, frame }: MeasurementTextProps) {
  const { lines, value } = useMemo(() => describeMeasurement(measurement, frame), [measurement, frame]);
  return (
    <div
      ref={ref}
      className={styles.text}
      data-testid="measurement"
      data-kind={measurement.kind}
      data-value={value}
      data-selected={isSelected}
    >
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
