import type { Schemas } from '#lib/api/client.ts';

/** Where a shot of a dub stands. */
export type ShotState = Schemas['DubTimeline']['shots'][number]['state'];

/** How a state is told apart without its colour where a sign has no room: strokes over the colour. */
export type Pattern = 'solid' | 'rising' | 'falling' | 'crossed' | 'upright' | 'level' | 'dotted';

interface StateLook {
  /** The name of its token, without `--color-`. */
  readonly token: string;
  readonly className: string;
  readonly pattern: Pattern;
  /** Its sign, as strokes in a square of 10; empty where nothing has happened. */
  readonly sign: string;
}

/** How the states look, those that want somebody most before those that want nobody. */
export const STATE_LOOKS: Readonly<Record<ShotState, StateLook>> = {
  failed: {
    ...{ token: 'failed', className: 'text-failed', pattern: 'crossed' },
    sign: 'M2 2 L8 8 M8 2 L2 8',
  },
  'sent-back': {
    ...{ token: 'sent-back', className: 'text-sent-back', pattern: 'falling' },
    sign: 'M8.5 8 L8.5 4 L1.5 4 M4 1.5 L1.5 4 L4 6.5',
  },
  'to-review': {
    ...{ token: 'to-review', className: 'text-to-review', pattern: 'dotted' },
    sign: 'M0.8 5 Q5 0.5 9.2 5 Q5 9.5 0.8 5 Z M5 4 L5 6',
  },
  rendering: {
    ...{ token: 'rendering', className: 'text-rendering', pattern: 'upright' },
    sign: 'M2.5 1.5 L8.5 5 L2.5 8.5 Z',
  },
  'to-render': {
    ...{ token: 'to-render', className: 'text-to-render', pattern: 'rising' },
    sign: 'M5 1.5 L8.5 5 L5 8.5 L1.5 5 Z',
  },
  approved: {
    ...{ token: 'approved', className: 'text-approved', pattern: 'solid' },
    sign: 'M1.5 5.5 L4 8 L8.5 2',
  },
  matches: {
    ...{ token: 'matches', className: 'text-matches', pattern: 'level' },
    sign: 'M2 3.5 L8 3.5 M2 6.5 L8 6.5',
  },
  untouched: { token: 'untouched', className: 'text-untouched', pattern: 'solid', sign: '' },
};

/** All states, those that want somebody most first: the order in which one stands for many in a pixel. */
export const SHOT_STATES = Object.keys(STATE_LOOKS) as readonly ShotState[];
