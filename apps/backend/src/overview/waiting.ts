import { z } from 'zod';

/** Who has to do something next. */
export const WAITERS = ['producer', 'artist', 'reviewer', 'workers'] as const;

type Waiter = (typeof WAITERS)[number];

/** All that a title or a dub can wait for: whom, and what they have to do. */
export const WAITS = {
  'upload-film': ['producer', 'Upload the film'],
  'analyse-film': ['workers', 'Analyse the film'],
  'analysis-failed': ['producer', 'See why the film could not be analysed'],
  'create-dub': ['producer', 'Create a dub'],
  'upload-voice': ['artist', 'Upload the dubbed voice'],
  'upload-script': ['artist', 'Upload the script'],
  'plan-dub': ['artist', 'Plan the dub'],
  planning: ['workers', 'Plan the dub'],
  'planning-failed': ['artist', 'See why the dub could not be planned'],
  'start-rendering': ['artist', 'Start rendering'],
  rendering: ['workers', 'Render'],
  'rendering-failed': ['artist', 'See why rendering failed'],
  'render-sent-back': ['artist', 'Render what was sent back'],
  review: ['reviewer', 'Review'],
  deliver: ['producer', 'Deliver the dub'],
} as const satisfies Record<string, readonly [Waiter, string]>;

/** What is waited for, in a word that never changes. */
export type WaitCode = keyof typeof WAITS;

/** What stands still until somebody does something. */
export const Waiting = z
  .object({
    code: z
      .enum(Object.keys(WAITS) as [WaitCode, ...WaitCode[]])
      .describe('The same as `what`, for programs'),
    for: z.enum(WAITERS),
    what: z.string(),
    count: z.int().nullable(),
  })
  .meta({ id: 'Waiting', description: 'Who has to do what next, and for how many shots' });

type Wait = z.output<typeof Waiting>;

/** How far a dub is, in numbers of shots. */
export interface DubProgress {
  readonly planned: number;
  readonly toRender: number;
  readonly matches: number;
  readonly rendering: number;
  readonly failed: number;
  readonly toReview: number;
  readonly approved: number;
  readonly sentBack: number;
}

/** What there is of a dub. */
export interface DubState {
  readonly stems: number;
  readonly scripts: number;
  readonly plan: 'making' | 'ready' | 'failed' | null;
  readonly delivered: boolean;
  readonly shots: DubProgress;
}

function wait(code: WaitCode, count: number | null = null): Wait {
  const [who, what] = WAITS[code];
  return { code, for: who, what, count };
}

/** What a title waits for before its dubs can be made; nothing where its newest source is ready and there is a dub. */
export function waitsOfTitle(
  source: 'waiting' | 'analysing' | 'ready' | 'failed' | null,
  dubs: number,
): Wait[] {
  if (source === null) return [wait('upload-film')];
  return [...waitsOfSource(source), ...(dubs === 0 ? [wait('create-dub')] : [])];
}

function waitsOfSource(source: 'waiting' | 'analysing' | 'ready' | 'failed'): Wait[] {
  if (source === 'ready') return [];
  return [wait(source === 'failed' ? 'analysis-failed' : 'analyse-film')];
}

/** What a dub waits for: what it still lacks, or else where its shots stand. */
export function waitsOfDub({ stems, scripts, plan, delivered, shots }: DubState): Wait[] {
  const lacking = [
    ...(stems === 0 ? [wait('upload-voice')] : []),
    ...(scripts === 0 ? [wait('upload-script')] : []),
  ];
  if (lacking.length > 0) return lacking;
  if (plan === 'making') return [wait('planning')];
  if (plan === 'failed') return [wait('planning-failed')];
  if (plan === null) return [wait('plan-dub')];
  const waits = waitsOfShots(shots);
  if (waits.length > 0 || delivered) return waits;
  return [wait('deliver')];
}

function waitsOfShots({ toRender, rendering, failed, toReview, sentBack }: DubProgress): Wait[] {
  const all: [WaitCode, number][] = [
    ['start-rendering', toRender],
    ['rendering', rendering],
    ['rendering-failed', failed],
    ['render-sent-back', sentBack],
    ['review', toReview],
  ];
  return all.filter(([, count]) => count > 0).map((each) => wait(...each));
}
