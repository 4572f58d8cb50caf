import { useState, type DragEvent } from 'react';
import { activate } from '../../session/layout-actions';
import { openSeries } from '../../session/viewport-actions';
import type { ViewportPlace } from '../../session/viewports';

/** Tells a series from a file that is dragged; without the series' key, which other programs could read. */
const DRAG_TYPE = 'application/x-glovebox-series';

let draggedKey: string | null = null;

/** For the row of a series: it can be dragged into a viewport. */
export function seriesDragHandlers(seriesKey: string) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      draggedKey = seriesKey;
      event.dataTransfer.setData(DRAG_TYPE, '');
      event.dataTransfer.effectAllowed = 'copy';
    },
    onDragEnd: () => {
      draggedKey = null;
    },
  };
}

/** For a viewport: a series that is dropped into it opens there. */
export function useSeriesDrop(at: ViewportPlace) {
  const [isOver, setIsOver] = useState(false);
  const isSeries = (event: DragEvent): boolean => event.dataTransfer.types.includes(DRAG_TYPE);
  return {
    isOver,
    dropHandlers: {
      onDragOver: (event: DragEvent) => {
        if (!isSeries(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setIsOver(true);
      },
      onDragLeave: () => {
        setIsOver(false);
      },
      onDrop: (event: DragEvent) => {
        setIsOver(false);
        if (!isSeries(event) || draggedKey === null) return;
        event.preventDefault();
        activate(at);
        openSeries(draggedKey, at);
      },
    },
  };
}
