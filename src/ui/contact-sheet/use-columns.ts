import { useLayoutEffect, useState, type RefObject } from 'react';

/** As many cells as fit side by side; one at least. */
export function useColumns(scroller: RefObject<HTMLElement | null>, cellPixels: number): number {
  const [columns, setColumns] = useState(1);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => {
      setColumns(Math.max(1, Math.floor(element.clientWidth / cellPixels)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => {
      observer.disconnect();
    };
  }, [scroller, cellPixels]);
  return columns;
}
