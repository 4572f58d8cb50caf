import {
  createContext,
  useContext,
  useRef,
  type ChangeEvent,
  type ComponentProps,
  type ReactNode,
} from 'react';
import { assert } from '../base/assert';
import { openFiles } from '../session/open-files';

interface FileChooser {
  readonly chooseFiles: () => void;
  readonly chooseFolder: () => void;
}

const FileChooserContext = createContext<FileChooser | null>(null);

/** What opens the browser's own dialogs, from a click. */
export function useFileChooser(): FileChooser {
  const chooser = useContext(FileChooserContext);
  assert(chooser !== null, 'the component is inside the provider');
  return chooser;
}

/** Not in React's types, but in every browser: the input takes a folder with all that is in it. */
const TAKES_FOLDER: object = { webkitdirectory: '' };

/** Has the inputs behind every button that chooses files or a folder; what is chosen is added to the session. */
export function FileChooserProvider({ children }: { readonly children: ReactNode }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const chooser: FileChooser = {
    chooseFiles: () => files.current?.click(),
    chooseFolder: () => folder.current?.click(),
  };
  return (
    <FileChooserContext value={chooser}>
      {children}
      <HiddenInput ref={files} data-testid="open-files" />
      <HiddenInput ref={folder} data-testid="open-folder" {...TAKES_FOLDER} />
    </FileChooserContext>
  );
}

function HiddenInput(props: ComponentProps<'input'>) {
  return (
    <input
      className="visually-hidden"
      type="file"
      multiple
      tabIndex={-1}
      aria-hidden
      onChange={openChosen}
      {...props}
    />
  );
}

function openChosen({ target }: ChangeEvent<HTMLInputElement>): void {
  // The path of a file in a folder that was chosen; '' of one that was chosen by itself.
  openFiles([...(target.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
  // The same file chosen once more is to be opened once more.
  target.value = '';
}
