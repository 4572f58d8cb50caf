import { useSyncExternalStore } from 'react';

/** The theme's name: a canvas, which cannot take colours from a style sheet itself, is drawn again when it changes. */
export function useTheme(): string {
  return useSyncExternalStore(subscribeToTheme, themeName);
}

function themeName(): string {
  return document.documentElement.dataset['theme'] ?? '';
}

export function subscribeToTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    observer.disconnect();
  };
}
