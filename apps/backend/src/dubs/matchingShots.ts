import type { OutcomeOf } from '../pipeline/outcomes.ts';

/** The shots in which nobody would notice the old mouths: every line that would get new ones there is said by them. */
export function matchingShots(lines: OutcomeOf['planLines']['lines']): Set<number> {
  const rendered = lines.flatMap(({ spoken, mismatchReason }) =>
    spoken
      .filter(({ rendered }) => rendered > 0)
      .map(({ shot }) => ({ shot, fits: mismatchReason === 'fits' })),
  );
  const not = new Set(rendered.filter(({ fits }) => !fits).map(({ shot }) => shot));
  return new Set(rendered.map(({ shot }) => shot).filter((shot) => !not.has(shot)));
}
