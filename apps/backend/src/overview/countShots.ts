import type { EntityManager } from 'typeorm';
import { rows } from '../queue/rows.ts';
import { withStanding, type ShotState } from './shotStates.ts';
import type { DubProgress } from './waiting.ts';

/** Counts where the planned shots of some titles' dubs stand, by dub, in one statement. */
export async function countShots(
  tx: EntityManager,
  titles: readonly string[],
): Promise<Map<string, DubProgress>> {
  const counted = await rows<DubProgress & { readonly dub: string }>(tx, COUNT, [titles]);
  return new Map(counted.map(({ dub, ...progress }) => [dub, progress]));
}

const countOf = (state: ShotState): string => `(count(*) FILTER (WHERE state = '${state}'))::integer`;

const COUNT = `${withStanding('title = ANY ($1)')}
  SELECT dub, count(*)::integer AS planned,
    ${countOf('to-render')} AS "toRender", ${countOf('matches')} AS matches,
    ${countOf('rendering')} AS rendering, ${countOf('failed')} AS failed, ${countOf('to-review')} AS "toReview",
    ${countOf('approved')} AS approved, ${countOf('sent-back')} AS "sentBack"
  FROM standing WHERE planned GROUP BY dub`;
