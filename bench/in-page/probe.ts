// Runs in every page before their own scripts.
import { openHeader, searchHeader } from './headers';
import { watchOpening } from './opening';
import { readChosenFile } from './reading';
import { filterFindings, openFindings, reviewDone, scrollFindings } from './review';
import {
  dragOverImage,
  imageShown,
  openNextSeries,
  passThroughSeries,
  pressForFrame,
  pressForNextSeries,
} from './viewing';

const probe = {
  opening: watchOpening(),
  readChosenFile,
  imageShown,
  openNextSeries,
  passThroughSeries,
  pressForFrame,
  pressForNextSeries,
  dragOverImage,
  openHeader,
  searchHeader,
  reviewDone,
  openFindings,
  scrollFindings,
  filterFindings,
};

declare global {
  interface Window {
    benchProbe: typeof probe;
  }
}

window.benchProbe = probe;
