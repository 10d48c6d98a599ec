import { useState } from 'react';
import { useChange } from '#lib/api/change.ts';
import { startPlan } from '#lib/api/planLines.ts';

/** Begins a check of the script against the voice. */
export interface Checking {
  readonly start: () => Promise<void>;
  readonly starting: boolean;
  /** Why it could not begin. */
  readonly problem: unknown;
}

/** Lets a dub be checked again. */
export function useChecking(dub: string): Checking {
  const changed = useChange('plans', 'runs');
  const [starting, setStarting] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  return {
    starting,
    problem,
    start: async () => {
      setStarting(true);
      setProblem(null);
      await changed(startPlan(dub)).catch(setProblem);
      setStarting(false);
    },
  };
}
