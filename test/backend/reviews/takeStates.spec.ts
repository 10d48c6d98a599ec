import { describe, expect, it } from 'vitest';
import {
  TAKE_STATES,
  takeStateAfter,
  takeStates,
  type TakeMove,
} from '../../../apps/backend/src/reviews/takeStates.ts';

const moves: readonly TakeMove[] = ['approve', 'send-back', 'supersede'];

describe('what can become of a take', () => {
  it.each(takeStates)('is as the table says when it is %s', (state) => {
    const possible: Partial<Record<TakeMove, string>> = TAKE_STATES[state];
    for (const move of moves) {
      if (possible[move]) expect(takeStateAfter(state, move)).toBe(possible[move]);
      else expect(() => takeStateAfter(state, move)).toThrow(/^The take is .*: you can .*\.$/);
    }
  });

  it('is told when it is not possible', () => {
    expect(() => takeStateAfter('approved', 'approve')).toThrow(
      'The take is approved, so it cannot be approved: you can send it back.',
    );
    expect(() => takeStateAfter('sent-back', 'send-back')).toThrow(
      'The take is sent-back, so it cannot be sent back: you can approve it.',
    );
  });
});
