import { describe, expect, it } from 'vitest';
import type { TitleSummary } from '../../../apps/dashboard/lib/api/overview.ts';
import { titleSteps } from '../../../apps/dashboard/components/titles/titleSteps.ts';

type Dub = TitleSummary['dubs'][number];

const NO_SHOTS: Dub['shots'] = {
  ...{ planned: 0, toRender: 0, matches: 0, rendering: 0 },
  ...{ failed: 0, toReview: 0, approved: 0, sentBack: 0 },
};

const waitFor = (...codes: Dub['waits'][number]['code'][]): Dub['waits'] =>
  codes.map((code) => ({ code, for: 'artist', what: '', count: null }));

const dub = (changes: Partial<Dub>): Dub => ({
  ...{ dub: 'd', kind: 'dub', language: 'es', plan: null, shots: NO_SHOTS, waits: [], workerSeconds: null },
  ...changes,
});

const summary = (dubs: Dub[]): TitleSummary => ({
  source: { id: 's', name: 'film.mov', state: 'ready' },
  performers: 2,
  ...{ dubs, waits: [], workerSeconds: null },
});

const doneOf = (dubs: Dub[], anyBasis = true): string[] =>
  titleSteps('t', summary(dubs), { anyBasis }).flatMap(({ name, done }) => (done ? [name] : []));

describe('the steps from a film to its delivery', () => {
  it('begin with the film and lead to where each is done', () => {
    const nothing = { source: null, performers: 0, dubs: [], waits: [], workerSeconds: null };
    const steps = titleSteps('t', nothing, { anyBasis: false });
    expect(steps.every(({ done }) => !done)).toBe(true);
    expect(steps.map(({ href }) => href)).toEqual([
      '/titles/t',
      '/titles/t/cast',
      ...Array.from({ length: 5 }, () => '/titles/t/dubs'),
    ]);
  });

  it('count the cast as done only once there is a right to render a face', () => {
    expect(doneOf([], false)).toEqual(['film']);
    expect(doneOf([])).toEqual(['film', 'cast']);
  });

  it('count a dub once its voice and script are there', () => {
    expect(doneOf([dub({ waits: waitFor('upload-script') })])).not.toContain('dub');
    expect(doneOf([dub({ waits: waitFor('plan-dub') })])).toContain('dub');
  });

  it('go on with rendering, review and delivery', () => {
    const planned = { plan: 'ready', shots: { ...NO_SHOTS, planned: 3, toRender: 3 } } as const;
    expect(doneOf([dub({ ...planned, waits: waitFor('start-rendering') })]).at(-1)).toBe('plan');
    const seen = { plan: 'ready', shots: { ...NO_SHOTS, planned: 3, toReview: 2, approved: 1 } } as const;
    expect(doneOf([dub({ ...seen, waits: waitFor('review') })]).at(-1)).toBe('renderStep');
    const approved = { plan: 'ready', shots: { ...NO_SHOTS, planned: 3, approved: 2, matches: 1 } } as const;
    expect(doneOf([dub({ ...approved, waits: waitFor('deliver') })]).at(-1)).toBe('reviewStep');
    expect(doneOf([dub(approved)]).at(-1)).toBe('deliver');
  });

  it('lead to the dub that has come furthest', () => {
    const dubs = [dub({ dub: 'slow' }), dub({ dub: 'fast', plan: 'ready' })];
    const steps = titleSteps('t', summary(dubs), { anyBasis: true });
    expect(steps.at(-1)!.href).toBe('/titles/t/dubs/fast/deliver');
  });

  it('is the way of dubs: a replacement beside them does not take a step of it', () => {
    const replacement = dub({ kind: 'replacement', plan: 'ready', waits: [] });
    expect(doneOf([replacement])).toEqual(doneOf([]));
  });
});
