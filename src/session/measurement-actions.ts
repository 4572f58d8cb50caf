import type { ArchiveId } from '../base/ids';
import { archiveOfFile } from '../base/ids';
import { imageToView } from '../viewer/camera';
import type { LoadedFrame } from '../viewer/loaded-frame';
import { isMeasurementKind, type Measurement } from '../viewer/measurements/measurement';
import {
  deleteMeasurements,
  forgetMeasurements,
  isSameMeasuredImage,
  keepMeasurement,
  measurementsOf,
  redo,
  undo,
  type HistoryStep,
  type MeasuredImage,
} from '../viewer/measurements/measurement-history';
import type { MeasureContext, Measuring } from '../viewer/measurements/measuring';
import { seriesInOrder } from './images';
import type { SessionState } from './state';
import { useSession } from './store';
import { cameraOf } from './view-actions';
import { showInstance } from './viewport-actions';
import { activeViewport, viewportAt, type ViewportPlace } from './viewports';

/** What a hand measures on in a viewport that shows `frame`; null while the tool is another one. */
export function measureContextOf(at: ViewportPlace, { facts, frame }: LoadedFrame): MeasureContext | null {
  const session = useSession.getState();
  const viewport = viewportAt(session, at);
  const { tool, measurements, selectedMeasurement } = session;
  if (!isMeasurementKind(tool) || viewport.shown === null) return null;
  return {
    kind: tool,
    columns: frame.columns,
    rows: frame.rows,
    toView: imageToView(cameraOf(viewport, facts), facts, viewport.viewSize),
    measurements: measurementsOf(measurements, viewport.shown),
    selected: selectedMeasurement,
    measuring: measuringOn(session, viewport.shown),
    nextId: measurements.nextId,
  };
}

/** What is under the hand, if it is on this image. */
export function measuringOn(
  { measuring }: Pick<SessionState, 'measuring'>,
  image: MeasuredImage,
): Measuring | null {
  return measuring !== null && isSameMeasuredImage(measuring.image, image) ? measuring.measuring : null;
}

/** What is under the hand is selected, and stays so when it is let go of. */
export function setMeasuring(measuring: Measuring | null, at: ViewportPlace): void {
  const { shown } = viewportAt(useSession.getState(), at);
  if (measuring === null || shown === null) useSession.setState({ measuring: null });
  else {
    useSession.setState({
      measuring: { image: shown, measuring },
      selectedMeasurement: measuring.measurement.id,
    });
  }
}

/** Keeps a measurement that is made or moved. */
export function addMeasurement(measurement: Measurement, at: ViewportPlace): void {
  const { shown } = viewportAt(useSession.getState(), at);
  if (shown === null) return;
  useSession.setState(({ measurements }) => ({
    measurements: keepMeasurement(measurements, shown, measurement),
    measuring: null,
    selectedMeasurement: measurement.id,
  }));
}

/** On the image of the active viewport. */
export function deleteSelectedMeasurement(): void {
  const { selectedMeasurement } = useSession.getState();
  if (selectedMeasurement !== null) deleteOnActiveImage((id) => id === selectedMeasurement);
}

export function deleteMeasurementsOfImage(): void {
  deleteOnActiveImage(() => true);
}

/** Gives up the measurement under the hand; without one, none is selected any more. */
export function cancelMeasuring(): void {
  useSession.setState(({ measuring, selectedMeasurement }) => ({
    measuring: null,
    selectedMeasurement: measuring === null || measuring.measuring.isNew ? null : selectedMeasurement,
  }));
}

/** Takes back the last change, of whatever image, and shows the image that it was of. */
export function undoMeasurement(): void {
  takeStep(undo);
}

export function redoMeasurement(): void {
  takeStep(redo);
}

export function forgetMeasurementsOf(archive: ArchiveId): void {
  useSession.setState(({ measurements }) => ({
    measurements: forgetMeasurements(measurements, (file) => archiveOfFile(file) === archive),
    measuring: null,
    selectedMeasurement: null,
  }));
}

function deleteOnActiveImage(isMeant: (id: number) => boolean): void {
  const session = useSession.getState();
  const { shown } = activeViewport(session);
  if (shown === null) return;
  const ids = measurementsOf(session.measurements, shown)
    .map(({ id }) => id)
    .filter(isMeant);
  useSession.setState({
    measurements: deleteMeasurements(session.measurements, shown, ids),
    measuring: null,
    selectedMeasurement: null,
  });
}

function takeStep(step: typeof undo): void {
  // A measurement in the making is what was done last.
  if (useSession.getState().measuring !== null) {
    cancelMeasuring();
    return;
  }
  const { history, image }: HistoryStep = step(useSession.getState().measurements);
  useSession.setState({ measurements: history });
  if (image !== null) bringIntoView(image);
}

/** Where no viewport shows it, the active one does. */
function bringIntoView(image: MeasuredImage): void {
  const session = useSession.getState();
  const isShown = session.viewports.some(({ shown }) => shown !== null && isSameMeasuredImage(shown, image));
  const series = seriesInOrder(session.catalog).find(({ instances }) =>
    instances.some(({ file }) => file === image.file),
  );
  if (isShown || series === undefined) return;
  showInstance(series, image.file, image.frameIndex);
}
