import { useSyncExternalStore } from 'react';
import { SERIES_COLOUR_COUNT } from '../../session/series-colours';
import { subscribeToTheme } from '../use-theme';
import { packColour, type FileMapColours } from './file-map-painter';

/** The theme's colours for a canvas, which cannot take them from a style sheet itself. */
export function useFileMapColours(): FileMapColours {
  return useSyncExternalStore(subscribeToTheme, readColours);
}

let known: { readonly theme: string; readonly colours: FileMapColours } | null = null;

function readColours(): FileMapColours {
  const theme = document.documentElement.dataset['theme'] ?? '';
  if (known?.theme !== theme) {
    const style = getComputedStyle(document.documentElement);
    const read = (name: string): number => packColour(style.getPropertyValue(name).trim());
    const series = Array.from({ length: SERIES_COLOUR_COUNT }, (_, index) => read(`--series-${index + 1}`));
    const colours = {
      ground: read('--surface'),
      series,
      neutral: read('--text-faint'),
      unreadable: read('--stop'),
      pending: read('--line'),
    };
    known = { theme, colours };
  }
  return known.colours;
}
