import { z } from 'zod';

/** Who has to do something next. */
export const WAITERS = ['producer', 'artist', 'reviewer', 'workers'] as const;

/** What stands still until somebody does something. */
export const Waiting = z
  .object({ for: z.enum(WAITERS), what: z.string(), count: z.int().nullable() })
  .meta({ id: 'Waiting', description: 'Who has to do what next, and for how many shots' });

type Wait = z.output<typeof Waiting>;

/** How far a dub is, in numbers of shots. */
export interface DubProgress {
  readonly planned: number;
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

const wait = (who: Wait['for'], what: string, count: number | null = null): Wait => ({
  for: who,
  what,
  count,
});

/** What a title waits for before its dubs can be made; nothing where its newest source is ready. */
export function waitsOfSource(source: 'waiting' | 'analysing' | 'ready' | 'failed' | null): Wait[] {
  if (source === null) return [wait('producer', 'Upload the film')];
  if (source === 'ready') return [];
  if (source === 'failed') return [wait('producer', 'See why the film could not be analysed')];
  return [wait('workers', 'Analyse the film')];
}

/** What a dub waits for: what it still lacks, or else where its shots stand. */
export function waitsOfDub({ stems, scripts, plan, delivered, shots }: DubState): Wait[] {
  const lacking = [
    ...(stems === 0 ? [wait('artist', 'Upload the dubbed voice')] : []),
    ...(scripts === 0 ? [wait('artist', 'Upload the script')] : []),
  ];
  if (lacking.length > 0) return lacking;
  if (plan === 'making') return [wait('workers', 'Plan the dub')];
  if (plan === 'failed') return [wait('artist', 'See why the dub could not be planned')];
  if (plan === null) return [wait('artist', 'Plan the dub')];
  const waits = waitsOfShots(shots);
  if (waits.length > 0 || delivered) return waits;
  return [wait('producer', 'Deliver the dub')];
}

function waitsOfShots({ planned, rendering, failed, toReview, approved, sentBack }: DubProgress): Wait[] {
  const unrendered = planned - rendering - failed - toReview - approved - sentBack;
  const all: [Wait['for'], string, number][] = [
    ['artist', 'Start rendering', unrendered],
    ['workers', 'Render', rendering],
    ['artist', 'See why rendering failed', failed],
    ['artist', 'Render what was sent back', sentBack],
    ['reviewer', 'Review', toReview],
  ];
  return all.filter(([, , count]) => count > 0).map((each) => wait(...each));
}
