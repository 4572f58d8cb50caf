import { DEFAULT_OVERLAY_LEVEL, OVERLAY_LEVELS, type OverlayLevel } from '../viewer/overlay-level';

/** All that the browser keeps of a visit: how the page looks, never what was in it. */
export interface Preferences {
  readonly theme: 'dark' | 'light';
  readonly overlayLevel: OverlayLevel;
}

const STORAGE_KEY = 'glovebox-preferences';

const DEFAULTS: Preferences = { theme: 'dark', overlayLevel: DEFAULT_OVERLAY_LEVEL };

const THEMES: readonly Preferences['theme'][] = ['dark', 'light'];

export function readPreferences(): Preferences {
  const stored = readStored();
  return {
    theme: THEMES.find((theme) => theme === stored['theme']) ?? DEFAULTS.theme,
    overlayLevel: OVERLAY_LEVELS.find((level) => level === stored['overlayLevel']) ?? DEFAULTS.overlayLevel,
  };
}

export function savePreferences(change: Partial<Preferences>): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify({ ...readPreferences(), ...change }));
  } catch {
    // Storage may be forbidden or full; a preference is then forgotten with the page.
  }
}

function readStored(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
