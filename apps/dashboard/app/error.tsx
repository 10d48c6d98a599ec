'use client';

import type { ReactElement } from 'react';
import { ProblemNote } from '#components/ui/index.ts';

/** Stands where a page broke: the others still work. */
export default function BrokenPage({
  error,
  reset,
}: {
  readonly error: Error;
  readonly reset: () => void;
}): ReactElement {
  return (
    <div className="p-8">
      <ProblemNote error={error} onRetry={reset} />
    </div>
  );
}
