import { useEffect, useState } from 'react';

/** Somebody who types is not asked for after every letter. */
const SETTLED_MS = 200;

/** A value as it was when it last stayed the same for a moment. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
