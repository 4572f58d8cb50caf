// Runs in both pages before their own scripts.
import { watchOpening } from './opening';
import { dragOverImage, imageShown, openSeries, passThroughSeries } from './viewing';

const probe = { opening: watchOpening(), imageShown, openSeries, passThroughSeries, dragOverImage };

declare global {
  interface Window {
    benchProbe: typeof probe;
  }
}

window.benchProbe = probe;
