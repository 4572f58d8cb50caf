import { ListTodo } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../button';

const ExpectedContentDialog = lazy(async () => ({
  default: (await import('./expected-content-dialog')).ExpectedContentDialog,
}));

/** Whether all is there that was expected. */
export function ExpectedContentButton() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <ListTodo size={15} aria-hidden />
        Expected content
      </Button>
      {isOpen ? (
        <Suspense>
          <ExpectedContentDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
