// Runs in both pages before their own scripts.
import { watchOpening } from './opening';
import { dragOverImage, imageShown, openNextSeries, passThroughSeries } from './viewing';

const probe = { opening: watchOpening(), imageShown, openNextSeries, passThroughSeries, dragOverImage };

declare global {
  interface Window {
    benchProbe: typeof probe;
  }
}

window.benchProbe = probe;
