import type { ReactElement } from 'react';
import { classes } from '#components/ui/index.ts';
import { STATE_LOOKS, type ShotState } from './shotStates.ts';

/** The sign of where a shot stands, as on the timeline; a word beside it must say the same. */
export function StateSign({
  state,
  size = 12,
}: {
  readonly state: ShotState;
  readonly size?: number;
}): ReactElement {
  const { className, sign } = STATE_LOOKS[state];
  return (
    <svg
      viewBox="0 0 10 10"
      width={size}
      height={size}
      aria-hidden
      className={classes('shrink-0', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
    >
      {sign === '' ? <circle cx={5} cy={5} r={1.5} fill="currentColor" /> : <path d={sign} />}
    </svg>
  );
}
