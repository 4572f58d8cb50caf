import { KEY_HELP } from '../viewer/keys';
import { AppDialog } from './app-dialog';
import styles from './help-dialog.module.css';

const MOUSE_HELP = [
  { keys: ['Left drag'], words: 'Window/level, or the tool that is chosen' },
  { keys: ['Right drag'], words: 'Zoom about the point where it began' },
  { keys: ['Middle drag'], words: 'Move' },
  { keys: ['Wheel'], words: 'Images' },
  {
    keys: ['Ctrl', 'Shift', 'Alt'],
    words: 'With a left drag: move, zoom, window/level (Cmd for Ctrl on a Mac)',
  },
  { keys: ['Double click'], words: 'This image alone; again: back' },
  { keys: ['Two fingers'], words: 'Zoom and move' },
  { keys: ['Drag'], words: 'A series from the contents into a viewport opens it there' },
];

const HEADER_HELP = [
  { keys: ['↑', '↓'], words: 'Previous element, next element; from the search to the elements' },
  { keys: ['←', '→'], words: 'Close, open a sequence or item; to what it stands in, into it' },
  { keys: ['Enter'], words: 'The whole value, as text and as bytes' },
  { keys: ['Ctrl C'], words: 'Copy the element (also with Cmd)' },
];

const FINDINGS_HELP = [
  { keys: ['↑', '↓'], words: 'Previous finding, next finding; from the filter to the findings' },
  { keys: ['←', '→'], words: 'To the check and close it, open it' },
  { keys: ['Enter'], words: 'Go to its place; from there Esc leads back' },
  { keys: ['Space'], words: 'Show its place and stay here' },
  { keys: ['a', 'f'], words: 'Accept, flag, and on to the next; of a check: all that it has found' },
  { keys: ['n'], words: 'Write a note; Enter accepts with it' },
  { keys: ['Delete'], words: 'Take the decision back' },
  { keys: ['z', 'Ctrl Z', 'Ctrl Y'], words: 'Undo, redo the last decision (also with Cmd; Ctrl Shift Z)' },
];

interface HelpDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

export function HelpDialog(props: HelpDialogProps) {
  return (
    <AppDialog title="Keys and mouse" {...props}>
      <HelpList title="Mouse over the image" items={MOUSE_HELP} />
      <HelpList title="Keys" items={KEY_HELP} />
      <HelpList title="Keys in the header" items={HEADER_HELP} />
      <HelpList title="Keys in the findings" items={FINDINGS_HELP} />
    </AppDialog>
  );
}

interface HelpListProps {
  readonly title: string;
  readonly items: readonly { readonly keys: readonly string[]; readonly words: string }[];
}

function HelpList({ title, items }: HelpListProps) {
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <dl className={styles.list}>
        {items.map(({ keys, words }) => (
          <div key={words} className={styles.item}>
            <dt>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd className={styles.words}>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
