import type { ToolName } from './tools';

/** What a key asks for. */
export type ViewerCommand =
  | { readonly type: 'image'; readonly to: 'previous' | 'next' | 'first' | 'last' | 'page-back' | 'page-on' }
  | { readonly type: 'series'; readonly to: 'previous' | 'next' }
  | { readonly type: 'toggle-cine' }
  | { readonly type: 'file-window' }
  | { readonly type: 'full-range' }
  /** 1 to 9; those without a preset do nothing. */
  | { readonly type: 'window-preset'; readonly key: number }
  | { readonly type: 'tool'; readonly tool: ToolName }
  | { readonly type: 'flip'; readonly axis: 'horizontal' | 'vertical' }
  | { readonly type: 'invert' }
  | { readonly type: 'overlay-level' }
  /** The measurement that is selected. */
  | { readonly type: 'delete-measurement' }
  /** A measurement in the making is given up, else none is selected any more. */
  | { readonly type: 'cancel-measurement' }
  | { readonly type: 'undo-measurement' }
  | { readonly type: 'redo-measurement' }
  | { readonly type: 'help' };

/** The part of a keyboard event that decides; `key` as in UI Events, `ArrowLeft` or the character typed. */
export interface KeyInput {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** For the help dialog, in its order. */
export interface KeyHelp {
  readonly keys: readonly string[];
  readonly words: string;
}

export const KEY_HELP: readonly KeyHelp[] = [
  { keys: ['←', '↑'], words: 'Previous image' },
  { keys: ['→', '↓'], words: 'Next image' },
  { keys: ['Page Up', 'Page Down'], words: 'Ten images back, ten images on' },
  { keys: ['Home', 'End'], words: 'First image, last image' },
  { keys: ['Ctrl ←', 'Ctrl →'], words: 'Previous series, next series (also with Cmd)' },
  { keys: ['Space'], words: 'Cine on, off' },
  { keys: ['~'], words: 'The window of the file' },
  { keys: ['0'], words: 'Full dynamic range' },
  {
    keys: ['1', '…', '7'],
    words: 'Window presets (CT): Abdomen, Bone, Brain, Pulmonary, Mediastinum, Stroke, Liver',
  },
  { keys: ['w', 's', 'm', 'z', 'i'], words: 'Left button: window/level, scroll, move, zoom, rotate' },
  {
    keys: ['l', 'a', 'e', 'r', 'p'],
    words:
      'Left button: length, angle, oval, rectangle, point; grabs measurements by their lines and handles',
  },
  { keys: ['Delete'], words: 'Delete the selected measurement' },
  { keys: ['Esc'], words: 'Give up the measurement in the making; select none' },
  { keys: ['Ctrl Z', 'Ctrl Y'], words: 'Undo, redo a measurement (also with Cmd; Ctrl Shift Z)' },
  { keys: ['h', 'v'], words: 'Flip horizontally, vertically' },
  { keys: ['x'], words: 'Invert the grey values' },
  { keys: ['o'], words: 'Overlay: none, graphics, without the name, all' },
  { keys: ['?'], words: 'This list' },
];

const COMMANDS: Readonly<Record<string, ViewerCommand>> = {
  ArrowLeft: { type: 'image', to: 'previous' },
  ArrowUp: { type: 'image', to: 'previous' },
  ArrowRight: { type: 'image', to: 'next' },
  ArrowDown: { type: 'image', to: 'next' },
  PageUp: { type: 'image', to: 'page-back' },
  PageDown: { type: 'image', to: 'page-on' },
  Home: { type: 'image', to: 'first' },
  End: { type: 'image', to: 'last' },
  ' ': { type: 'toggle-cine' },
  '0': { type: 'full-range' },
  w: { type: 'tool', tool: 'window-level' },
  s: { type: 'tool', tool: 'scroll' },
  m: { type: 'tool', tool: 'move' },
  z: { type: 'tool', tool: 'zoom' },
  i: { type: 'tool', tool: 'rotate' },
  l: { type: 'tool', tool: 'length' },
  a: { type: 'tool', tool: 'angle' },
  e: { type: 'tool', tool: 'oval' },
  r: { type: 'tool', tool: 'rectangle' },
  p: { type: 'tool', tool: 'point' },
  h: { type: 'flip', axis: 'horizontal' },
  v: { type: 'flip', axis: 'vertical' },
  x: { type: 'invert' },
  o: { type: 'overlay-level' },
  Delete: { type: 'delete-measurement' },
  Backspace: { type: 'delete-measurement' },
  Escape: { type: 'cancel-measurement' },
};

/** How far Page Up and Page Down go. */
export const PAGE_IMAGES = 10;

/** Null for a key that is not the viewer's: it keeps its meaning in the browser. */
export function commandOfKey(input: KeyInput): ViewerCommand | null {
  const { key } = input;
  // Told by their character alone: keyboards differ in the modifiers that it takes to type them.
  if (key === '~') return { type: 'file-window' };
  if (key === '?') return { type: 'help' };
  if (input.altKey) return null;
  if (input.ctrlKey || input.metaKey) return controlCommand(input);
  if (/^[1-9]$/.test(key)) return { type: 'window-preset', key: Number(key) };
  return COMMANDS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

function controlCommand({ key, shiftKey }: KeyInput): ViewerCommand | null {
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'ArrowLeft':
      return { type: 'series', to: 'previous' };
    case 'ArrowRight':
      return { type: 'series', to: 'next' };
    case 'z':
      return { type: shiftKey ? 'redo-measurement' : 'undo-measurement' };
    case 'y':
      return { type: 'redo-measurement' };
    default:
      return null;
  }
}
