/** What can become of a take: from each state, what leads to which other. Pictures never change, only this. */
export const TAKE_STATES = {
  'to-review': { approve: 'approved', 'send-back': 'sent-back', supersede: 'superseded' },
  approved: { 'send-back': 'sent-back', supersede: 'superseded' },
  'sent-back': { approve: 'approved', supersede: 'superseded' },
  superseded: { approve: 'approved' },
} as const satisfies Record<string, Partial<Record<TakeMove, string>>>;

type TakeMove = 'approve' | 'send-back' | 'supersede';

/** Where a take is. */
export type TakeState = keyof typeof TAKE_STATES;
