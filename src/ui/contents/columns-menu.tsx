import { Popover } from '@base-ui/react/popover';
import { Columns3, Plus, X } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { searchDictionary, type FoundAttribute } from '../../dicom/dictionary-search';
import { addColumn, removeColumn } from '../../session/column-actions';
import { useSession } from '../../session/store';
import menu from '../menu.module.css';
import pane from '../pane.module.css';
import { useDictionary } from '../use-dictionary';
import styles from './columns-menu.module.css';

/** Chooses which attributes the contents table has columns of. */
export function ColumnsMenu() {
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.trigger} aria-label="Columns" title="Columns">
        <Columns3 size={14} strokeWidth={1.75} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="start" className={menu.positioner}>
          <Popover.Popup className={`${menu.popup ?? ''} ${styles.popup ?? ''}`} aria-label="Columns">
            <ColumnsChoice />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** More are found by a longer search. */
const MAX_FOUND = 50;

function ColumnsChoice() {
  const columns = useSession((session) => session.attributeColumns);
  const [text, setText] = useState('');
  const dictionary = useDictionary();
  const list = useRef<HTMLUListElement>(null);

  const found = useMemo(
    () => (dictionary === null ? [] : searchDictionary(dictionary, text, MAX_FOUND)),
    [dictionary, text],
  );
  const offered = found.filter(({ path }) => columns.every((column) => column.path !== path));

  function add({ path, name, tag }: FoundAttribute): void {
    addColumn({ path, label: name || tag });
    setText('');
  }

  function onKeyDown(event: KeyboardEvent): void {
    const [first] = offered;
    if (event.key === 'Enter' && first !== undefined) add(first);
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    list.current?.querySelector('button')?.focus();
  }

  return (
    <>
      {columns.length === 0 ? null : (
        <ul className={styles.list} aria-label="Added columns">
          {columns.map(({ path, label }) => (
            <li key={path}>
              <button type="button" className={styles.item} onClick={() => removeColumn(path)}>
                <span className={styles.name}>{label}</span>
                <X size={14} aria-label="Remove" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        className={`${pane.search ?? ''} ${styles.search ?? ''}`}
        type="search"
        placeholder="Attribute: name, keyword or tag"
        aria-label="Add a column of an attribute"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} className={styles.list} aria-label="Attributes" onKeyDown={moveInList}>
        {offered.map((attribute) => (
          <li key={attribute.path}>
            <button type="button" className={styles.item} onClick={() => add(attribute)}>
              <span className={styles.name}>{attribute.name || attribute.tag}</span>
              <span className={menu.key}>{attribute.name === '' ? '' : attribute.tag}</span>
              <Plus size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {text !== '' && dictionary !== null && offered.length === 0 ? (
        <p className={styles.none}>No such attribute. A private one is found by its tag: 0019,100C</p>
      ) : null}
    </>
  );
}

/** Up and down go from one to the next. */
function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((each) => each === document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
}
