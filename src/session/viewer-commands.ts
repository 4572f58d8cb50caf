import { assertUnreachable } from '../base/assert';
import { PAGE_IMAGES, type ViewerCommand } from '../viewer/keys';
import { windowPresets } from '../viewer/window-level';
import {
  cancelMeasuring,
  deleteSelectedMeasurement,
  redoMeasurement,
  undoMeasurement,
} from './measurement-actions';
import {
  cycleOverlayLevel,
  flip,
  setFullRangeWindow,
  setHelpOpen,
  setTool,
  setWindow,
  shownFrame,
  toggleCine,
  toggleInverted,
} from './view-actions';
import { showImage, stepImage, stepSeries } from './viewport-actions';

/** Carries out what a key asked for. */
export function runCommand(command: ViewerCommand): void {
  switch (command.type) {
    case 'image':
      moveTo(command.to);
      return;
    case 'series':
      stepSeries(command.to === 'next' ? 1 : -1);
      return;
    case 'toggle-cine':
      toggleCine();
      return;
    case 'file-window':
      setWindow(null);
      return;
    case 'full-range':
      setFullRangeWindow();
      return;
    case 'window-preset': {
      const presets = windowPresets(shownFrame()?.facts.modality ?? '');
      const preset = presets.find(({ key }) => key === command.key);
      if (preset !== undefined) setWindow({ center: preset.center, width: preset.width });
      return;
    }
    case 'tool':
      setTool(command.tool);
      return;
    case 'flip':
      flip(command.axis);
      return;
    case 'invert':
      toggleInverted();
      return;
    case 'overlay-level':
      cycleOverlayLevel();
      return;
    case 'delete-measurement':
      deleteSelectedMeasurement();
      return;
    case 'cancel-measurement':
      cancelMeasuring();
      return;
    case 'undo-measurement':
      undoMeasurement();
      return;
    case 'redo-measurement':
      redoMeasurement();
      return;
    case 'help':
      setHelpOpen(true);
      return;
    default:
      assertUnreachable(command);
  }
}

function moveTo(to: Extract<ViewerCommand, { type: 'image' }>['to']): void {
  switch (to) {
    case 'previous':
      stepImage(-1);
      return;
    case 'next':
      stepImage(1);
      return;
    case 'page-back':
      stepImage(-PAGE_IMAGES);
      return;
    case 'page-on':
      stepImage(PAGE_IMAGES);
      return;
    case 'first':
      showImage(0);
      return;
    case 'last':
      showImage(Infinity);
      return;
    default:
      assertUnreachable(to);
  }
}
