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

/** And how far it is scrolled to the right. */
type ScrollPlace = ScrollView & { readonly left: number };

export function useScrollView(scroller: RefObject<HTMLElement | null>): ScrollPlace {
  const [view, setView] = useState<ScrollPlace>({ width: 0, height: 0, top: 0, left: 0, ratio: 1 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height, scrollTop: top, scrollLeft: left } = element;
      setView({ width, height, top, left, ratio: devicePixelRatio });
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
