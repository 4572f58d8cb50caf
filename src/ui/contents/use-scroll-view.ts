import { useLayoutEffect, useState, type RefObject } from 'react';

/** What of a scrolled element is in view, in CSS pixels. */
export interface ScrollView {
  readonly width: number;
  readonly height: number;
  /** How far it is scrolled down. */
  readonly top: number;
  /** Device pixels in a CSS pixel. */
  readonly ratio: number;
}

export function useScrollView(scroller: RefObject<HTMLElement | null>): ScrollView {
  const [view, setView] = useState<ScrollView>({ width: 0, height: 0, top: 0, ratio: 1 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => {
      const { clientWidth, clientHeight, scrollTop } = element;
      setView({ width: clientWidth, height: clientHeight, top: scrollTop, ratio: devicePixelRatio });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller]);

  return view;
}
