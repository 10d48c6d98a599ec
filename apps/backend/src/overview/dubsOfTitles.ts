import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { DUB_KINDS } from '../dubs/tables.ts';
import { rows } from '../queue/rows.ts';
import { countShots } from './countShots.ts';
import { Waiting, waitsOfDub, type DubProgress, type DubState } from './waiting.ts';

const count = z.int().min(0);

/** How far the plan of a dub or a replacement is, where its shots stand, and what it waits for. */
export const DubStanding = z.object({
  kind: z.enum(DUB_KINDS),
  language: z.string(),
  plan: z.enum(['making', 'ready', 'failed']).nullable(),
  shots: z
    .object({
      planned: count.describe('Shots with mouths or faces that could be rendered: the sum of the others'),
      toRender: count,
      matches: count.describe('Those in which nobody would notice the old mouths: they may stay'),
      rendering: count,
      failed: count,
      toReview: count,
      approved: count,
      sentBack: count,
    })
    .describe('Where the shots stand: those with a job by it, the others by their newest take'),
  waits: z.array(Waiting),
});

/** A dub of a title, and how far it is. */
export interface DubOfTitle extends z.input<typeof DubStanding> {
  readonly id: string;
  readonly title: string;
}

const NO_SHOTS: DubProgress = {
  ...{ planned: 0, toRender: 0, matches: 0, rendering: 0, failed: 0 },
  ...{ toReview: 0, approved: 0, sentBack: 0 },
};

/** Reads the dubs of some titles, the oldest first, and how far each is, in two statements. */
export async function dubsOfTitles(tx: EntityManager, titles: readonly string[]): Promise<DubOfTitle[]> {
  const dubs = await rows<Found>(tx, DUBS, [titles]);
  const counts = await countShots(tx, titles);
  return dubs.map(({ id, title, language, ...state }) => {
    const { kind, plan } = state;
    const shots = counts.get(id) ?? NO_SHOTS;
    return { id, title, kind, language, plan, shots, waits: waitsOfDub({ ...state, shots }) };
  });
}

type Found = Omit<DubState, 'shots'> & Pick<DubOfTitle, 'id' | 'title' | 'language'>;

const DUBS = `
  SELECT dubs.id, dubs.title, kind, language,
    (SELECT count(*)::integer FROM stems WHERE stems.dub = dubs.id AND kind <> 'music-and-effects') AS stems,
    (SELECT count(*)::integer FROM scripts WHERE scripts.dub = dubs.id) AS scripts,
    (SELECT state FROM plans WHERE plans.dub = dubs.id ORDER BY id DESC LIMIT 1) AS plan,
    EXISTS (SELECT FROM deliveries WHERE deliveries.dub = dubs.id AND state = 'ready') AS delivered,
    replacements.id IS NULL OR jsonb_array_length(donors) > 0 OR EXISTS (
      SELECT FROM face_tracks WHERE performer = shown AND source = dubs.source) AS footage
  FROM dubs LEFT JOIN replacements ON replacements.dub = dubs.id
  WHERE dubs.title = ANY ($1) ORDER BY dubs.id`;
