import { requireAllowed, type GeneratorCard } from '@mondwerk/generators';
import { describe, expect, it } from 'vitest';
import { cardOf } from './standingFace.ts';

const refusalOf = (card: GeneratorCard, wanted: Parameters<typeof requireAllowed>[1]): string => {
  try {
    requireAllowed(card, wanted);
    return 'allowed';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('requireAllowed', () => {
  it('keeps what is licensed for less from commercial titles', () => {
    const outcome = (use: GeneratorCard['use'], commercial: boolean): string =>
      refusalOf(cardOf('inswapper-128', { use, licence: 'InsightFace' }), { commercial });
    expect(outcome('commercial', true)).toBe('allowed');
    expect(outcome('non-commercial', true)).toBe(
      'The model tiny is licensed for non-commercial use only (InsightFace), and this title is commercial: use another model, or add it again with the licence that allows it.',
    );
    expect(outcome('research', true)).toMatch(/^The model tiny is licensed for research only/);
    expect(outcome('non-commercial', false)).toBe('allowed');
  });

  it('keeps a performer’s model to that performer, however the name is written', () => {
    const card = cardOf('dfm', { performer: 'Mira  Vale' });
    const outcome = (performer?: string): string => refusalOf(card, { commercial: true, performer });
    expect(outcome('mira vale ')).toBe('allowed');
    expect(outcome()).toBe('allowed');
    expect(outcome('Noa Reed')).toBe(
      'The model tiny makes the face of Mira  Vale, and the performer to be shown is Noa Reed: use the model that was made of them.',
    );
  });
});
