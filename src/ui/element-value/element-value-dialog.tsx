import { Tabs } from '@base-ui/react/tabs';
import { useRef } from 'react';
import { isBytesVr } from '../../dicom/vr';
import { readValueBytes } from '../../session/value-actions';
import { AppDialog } from '../app-dialog';
import { Button } from '../button';
import { CopyMessage } from '../copy-message';
import { formatBytes } from '../format';
import pane from '../pane.module.css';
import { formatHexDump } from '../preview/hex-dump';
import { problemWords } from '../problem-words';
import { useCopy } from '../use-copy';
import { ElementFacts, nameOf } from './element-facts';
import styles from './element-value.module.css';
import { HexView } from './hex-view';
import type { ShownElement } from './shown-element';
import { useValueText, type ValueTextState } from './use-value-text';
import { valuesOf } from './value-pieces';
import { ValueTextView } from './value-text-view';

interface ElementValueDialogProps {
  readonly element: ShownElement;
  readonly onClose: () => void;
}

/** One element with all of its value, over the page. */
export function ElementValueDialog({ element, onClose }: ElementValueDialogProps) {
  const { row } = element;
  const isText = row.kind === 'element' && !isBytesVr(row.vr) && row.lengthBytes >= 0;
  const firstTab = useRef<HTMLButtonElement>(null);
  const first = isText && !row.vr.startsWith('O') ? 'text' : 'hex';
  return (
    <AppDialog
      title={nameOf(row)}
      size="large"
      testId="element-value"
      initialFocus={firstTab}
      isOpen
      onOpenChange={onClose}
    >
      <ElementFacts {...element} />
      <Tabs.Root className={styles.body} defaultValue={first}>
        <Tabs.List className={pane.tabs}>
          {isText ? (
            <Tabs.Tab className={pane.tab} value="text" ref={first === 'text' ? firstTab : null}>
              Value
            </Tabs.Tab>
          ) : null}
          <Tabs.Tab className={pane.tab} value="hex" ref={first === 'hex' ? firstTab : null}>
            Hex
          </Tabs.Tab>
        </Tabs.List>
        {isText ? (
          <Tabs.Panel className={styles.panel} value="text" tabIndex={-1}>
            <TextPanel element={element} />
          </Tabs.Panel>
        ) : null}
        <Tabs.Panel className={styles.panel} value="hex" tabIndex={-1}>
          <HexPanel element={element} />
        </Tabs.Panel>
      </Tabs.Root>
    </AppDialog>
  );
}

function TextPanel({ element }: { readonly element: ShownElement }) {
  const state = useValueText(element);
  const name = nameOf(element.row);
  const { copy, message } = useCopy();
  return (
    <>
      <TextOf state={state} vr={element.row.vr} />
      <div className={styles.actions}>
        <Button
          look="outlined"
          disabled={state.phase !== 'ready' || state.text === ''}
          onClick={() => {
            if (state.phase === 'ready') copy(state.text, state.isCut ? `what is shown of ${name}` : name);
          }}
        >
          Copy value
        </Button>
      </div>
      <CopyMessage message={message} />
    </>
  );
}

function TextOf({ state, vr }: { readonly state: ValueTextState; readonly vr: string }) {
  switch (state.phase) {
    case 'loading':
      return <p className={styles.empty}>Reading the value</p>;
    case 'failed':
      return <p className={styles.problem}>{problemWords(state.problem).what}</p>;
    case 'ready':
      return <ValueTextView values={valuesOf(state.text, vr)} isCut={state.isCut} />;
  }
}

/** A clipboard takes more, but what it is pasted into as a rule does not. */
const MAX_COPIED_BYTES = 1 << 20;
const COPIED_BYTES_PER_ROW = 16;

function HexPanel({ element: { file, row } }: { readonly element: ShownElement }) {
  const { copy, message } = useCopy();
  const address = { file, path: row.path };

  async function readDump(): Promise<string> {
    const read = await readValueBytes(address, 0, MAX_COPIED_BYTES);
    if (!read.ok) throw new Error(problemWords(read.error).what);
    return formatHexDump(read.value.bytes, COPIED_BYTES_PER_ROW);
  }

  const isLong = row.lengthBytes < 0 || row.lengthBytes > MAX_COPIED_BYTES;
  const what = isLong ? `the first ${formatBytes(MAX_COPIED_BYTES)} as hex` : `${nameOf(row)} as hex`;
  return (
    <>
      <HexView address={address} />
      <div className={styles.actions}>
        <Button look="outlined" disabled={row.lengthBytes === 0} onClick={() => copy(readDump(), what)}>
          Copy hex
        </Button>
      </div>
      <CopyMessage message={message} />
    </>
  );
}
