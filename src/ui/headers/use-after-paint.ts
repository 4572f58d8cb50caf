import { useEffect, useState } from 'react';

/** A value as it was when the page was last painted: what is only counted may come a moment later than what is shown. */
export function useAfterPaint<Value>(value: Value): Value {
  const [painted, setPainted] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPainted(value));
    return () => clearTimeout(timer);
  }, [value]);
  return painted;
}
