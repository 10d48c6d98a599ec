import { z } from 'zod';
import type { DubKind } from '../dubs/tables.ts';

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
  'upload-footage': ['artist', 'Upload footage of the shown performer'],
  'match-faces': ['artist', 'Match the faces'],
  matching: ['workers', 'Match the faces'],
  'matching-failed': ['artist', 'See why the faces could not be matched'],
  'deliver-replacement': ['producer', 'Deliver the replacement'],
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

/** What there is of a dub or a replacement. */
export interface DubState {
  readonly kind: DubKind;
  readonly stems: number;
  readonly scripts: number;
  /** Whether a replacement's shown performer is seen anywhere. */
  readonly footage: boolean;
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

/** What each kind waits for while it has no plan, while its plan is as far as that, and when all is approved. */
const WAITS_OF_KIND = {
  dub: { none: 'plan-dub', making: 'planning', failed: 'planning-failed', ready: 'deliver' },
  replacement: {
    none: 'match-faces',
    making: 'matching',
    failed: 'matching-failed',
    ready: 'deliver-replacement',
  },
} as const satisfies Record<DubKind, Record<'none' | 'making' | 'failed' | 'ready', WaitCode>>;

/** What a dub or a replacement waits for: what it still lacks, or else where its shots stand. */
export function waitsOfDub({ plan, delivered, shots, ...state }: DubState): Wait[] {
  const lacking = lackingIn(state);
  if (lacking.length > 0) return lacking.map((code) => wait(code));
  const waits = WAITS_OF_KIND[state.kind];
  if (plan !== 'ready') return [wait(waits[plan ?? 'none'])];
  const ofShots = waitsOfShots(shots);
  if (ofShots.length > 0 || delivered) return ofShots;
  return [wait(waits.ready)];
}

function lackingIn({
  kind,
  stems,
  scripts,
  footage,
}: Pick<DubState, 'kind' | 'stems' | 'scripts' | 'footage'>): WaitCode[] {
  if (kind === 'replacement') return footage ? [] : ['upload-footage'];
  return [
    ...(stems === 0 ? (['upload-voice'] as const) : []),
    ...(scripts === 0 ? (['upload-script'] as const) : []),
  ];
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
