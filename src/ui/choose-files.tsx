import { useRef, type ReactNode } from 'react';
import { openFiles } from '../session/open-files';
import { Button } from './button';

interface ChooseFilesProps {
  readonly children: ReactNode;
  readonly look: 'outlined' | 'primary';
  readonly isLarge?: boolean;
}

/** A button that opens the browser's file dialog and adds what is chosen to the session. */
export function ChooseFiles({ children, look, isLarge = false }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} isLarge={isLarge} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        data-testid="open-files"
        className="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          openFiles([...(event.target.files ?? [])].map((file) => ({ path: file.name, file })));
          // The same file chosen once more is to be opened once more.
          event.target.value = '';
        }}
      />
    </>
  );
}
