import { useState } from 'react';
import { useChange } from '#lib/api/change.ts';
import { startPlan } from '#lib/api/planLines.ts';

/** Having a dub planned. */
export interface Planning {
  /** It is being asked for. */
  readonly busy: boolean;
  /** Why it was refused. */
  readonly problem: unknown;
  readonly start: () => void;
}

/** Lets a dub be planned as it is now. */
export function usePlanning(dub: string): Planning {
  const change = useChange('plans', 'runs', 'titles', 'dubs');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const start = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    await change(startPlan(dub)).catch(setProblem);
    setBusy(false);
  };
  return { busy, problem, start: () => void (busy || start()) };
}
