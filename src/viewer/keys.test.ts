import { describe, expect, it } from 'vitest';
import { commandOfKey, KEY_HELP } from './keys';

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

function command(key: string, modifiers: Partial<typeof plain> = {}) {
  return commandOfKey({ key, ...plain, ...modifiers });
}

describe('commandOfKey', () => {
  it('goes through images', () => {
    const expected = {
      ArrowLeft: 'previous',
      ArrowUp: 'previous',
      ArrowRight: 'next',
      ArrowDown: 'next',
      PageUp: 'page-back',
      PageDown: 'page-on',
      Home: 'first',
      End: 'last',
    };
    for (const [key, to] of Object.entries(expected)) expect(command(key)).toEqual({ type: 'image', to });
  });

  it('goes through series with Ctrl or Cmd', () => {
    expect(command('ArrowLeft', { ctrlKey: true })).toEqual({ type: 'series', to: 'previous' });
    expect(command('ArrowRight', { metaKey: true })).toEqual({ type: 'series', to: 'next' });
  });

  it('knows the single keys', () => {
    expect(command(' ')).toEqual({ type: 'toggle-cine' });
    expect(command('0')).toEqual({ type: 'full-range' });
    expect(command('4')).toEqual({ type: 'window-preset', key: 4 });
    expect(command('w')).toEqual({ type: 'tool', tool: 'window-level' });
    expect(command('m')).toEqual({ type: 'tool', tool: 'move' });
    expect(command('z')).toEqual({ type: 'tool', tool: 'zoom' });
    expect(command('i')).toEqual({ type: 'tool', tool: 'rotate' });
    expect(command('v')).toEqual({ type: 'flip', axis: 'vertical' });
    expect(command('h')).toEqual({ type: 'flip', axis: 'horizontal' });
    expect(command('x')).toEqual({ type: 'invert' });
    expect(command('o')).toEqual({ type: 'overlay-level' });
    expect(command('W')).toEqual({ type: 'tool', tool: 'window-level' });
  });

  it('chooses what to measure, deletes, gives up, undoes and redoes', () => {
    const tools = { l: 'length', a: 'angle', e: 'oval', r: 'rectangle', p: 'point' };
    for (const [key, tool] of Object.entries(tools)) expect(command(key)).toEqual({ type: 'tool', tool });
    expect(command('Delete')).toEqual({ type: 'delete-measurement' });
    expect(command('Backspace')).toEqual({ type: 'delete-measurement' });
    expect(command('Escape')).toEqual({ type: 'cancel-measurement' });
    expect(command('z', { ctrlKey: true })).toEqual({ type: 'undo-measurement' });
    expect(command('z', { metaKey: true })).toEqual({ type: 'undo-measurement' });
    expect(command('Z', { ctrlKey: true, shiftKey: true })).toEqual({ type: 'redo-measurement' });
    expect(command('y', { ctrlKey: true })).toEqual({ type: 'redo-measurement' });
  });

  it('knows ~ and ? by their character, however the keyboard makes it', () => {
    expect(command('~', { shiftKey: true })).toEqual({ type: 'file-window' });
    // AltGr on Windows says Ctrl and Alt.
    expect(command('~', { ctrlKey: true, altKey: true })).toEqual({ type: 'file-window' });
    expect(command('?', { shiftKey: true })).toEqual({ type: 'help' });
  });

  it('leaves all other keys to the browser', () => {
    expect(command('Tab')).toBeNull();
    expect(command('w', { ctrlKey: true })).toBeNull();
    expect(command('0', { metaKey: true })).toBeNull();
    expect(command('ArrowLeft', { altKey: true })).toBeNull();
    expect(command('F5')).toBeNull();
  });

  it('is explained: every single key of the list does something', () => {
    const single = KEY_HELP.flatMap(({ keys }) => keys).filter((key) => /^[a-z0-9~?]$/.test(key));
    expect(single).toContain('w');
    for (const key of single) expect(command(key)).not.toBeNull();
  });
});
