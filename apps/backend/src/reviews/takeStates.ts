import { Refusal } from '@mondwerk/film';

/** What can become of a take: from each state, what leads to which other. Pictures never change, only this. */
export const TAKE_STATES = {
  /** Nobody has decided yet. */
  'to-review': { approve: 'approved', 'send-back': 'sent-back', supersede: 'superseded' },
  approved: { 'send-back': 'sent-back', supersede: 'superseded' },
  'sent-back': { approve: 'approved' },
  /** A newer take came, or another one was approved; people may still prefer this one. */
  superseded: { approve: 'approved' },
} as const satisfies Record<string, Partial<Record<TakeMove, string>>>;

/** What is done with a take: the first two by people, the last one by what happens to other takes of its shot. */
export type TakeMove = 'approve' | 'send-back' | 'supersede';

/** Where a take is. */
export type TakeState = keyof typeof TAKE_STATES;

/** Every state. */
export const takeStates = Object.keys(TAKE_STATES) as [TakeState, ...TakeState[]];

/** The state that a move leads a take to. @throws Refusal `take-state` that says what is possible from where it is. */
export function takeStateAfter(state: TakeState, move: TakeMove): TakeState {
  const moves: Partial<Record<TakeMove, TakeState>> = TAKE_STATES[state];
  const next = moves[move];
  if (next !== undefined) return next;
  const possible = (Object.keys(moves) as TakeMove[]).flatMap((name) => SAID[name] ?? []);
  throw new Refusal(
    'take-state',
    `The take is ${state}, so it cannot be ${move === 'approve' ? 'approved' : 'sent back'}: you can ${possible.join(' or ')}.`,
  );
}

/** The moves that people make, in their words. */
const SAID: { readonly [M in TakeMove]?: string } = { approve: 'approve it', 'send-back': 'send it back' };

/** The states from which a take is superseded when a newer one of its shot is made: nobody has decided on it. */
export const UNDECIDED: readonly TakeState[] = ['to-review'];
