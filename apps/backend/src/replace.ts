import { basename } from 'node:path';
import { contains } from '@mondwerk/film';
import type { Encoding } from '@mondwerk/media';
import type { FilmReplacement } from './order/checkReplace.ts';
import { leftFace } from './pipeline/faceRenderer.ts';
import { readParts } from './pipeline/renderedParts.ts';
import { saySplice } from './pipeline/report/saySplice.ts';
import type { HeadRights, ReplacementFindings } from './pipeline/report/replacementReport.ts';
import type { Run } from './pipeline/run.ts';
import { matchFaces, renderMatched, type MatchedFilm } from './pipeline/replacement/replaceFaces.ts';
import { seal } from './pipeline/stages/seal.ts';
import { spliceFilm, type Splice } from './pipeline/stages/spliceFilm.ts';

/** What a replacement needs besides its order. */
export interface ReplaceTools {
  readonly tell: (sentence: string) => void;
  /** Asked when it is known whose heads are replaced, before anything is rendered. @throws Refusal where it may not be. */
  readonly declare: (matched: MatchedFilm) => Promise<readonly HeadRights[]>;
}

/**
 * The whole of a replacement: shots → faces, those of the donor footage too → what both faces do → from which frames each is
 * taken → new pictures → the film, with its own sounds. Every stage is skipped when its work folder knows the answer.
 */
export async function replace(
  order: FilmReplacement,
  run: Run,
  { tell, declare }: ReplaceTools,
): Promise<ReplacementFindings> {
  const matched = await matchFaces(run, order);
  const rights = await declare(matched);
  for (const { missing } of matched.replacements) for (const sentence of missing) tell(sentence);
  const { stretch, film, settings, out } = order;
  const splice =
    settings.splice === true ? await spliceFilm(run, order, { plan: matched.plan, stretch }) : null;
  if (splice !== null) tell(saySplice(splice));
  const source = splice?.source ?? null;
  const parts = await renderMatched(run, order, matched, {
    encoding: encodingOf(order),
    ...(source && { between: { source, coded: splice!.coded } }),
  });
  const rendered = await readParts(parts);
  const copied = await seal(run, {
    ...{ film, stretch, out, voice: null, language: 'und' },
    parts: rendered.map(({ path, record }) => ({ path, span: record.span })),
    ...(source && { splice: { source, copied: splice!.copied } }),
  });
  return {
    ...{ order, matched, rights, out: basename(out), times: run.progress.times },
    parts: rendered.map(({ record }) => record),
    ...(splice && { copied: { spans: copied, faces: leftIn(splice, matched) } }),
  };
}

/** The heads in what is copied: none of them was to be changed. */
const leftIn = ({ copied }: Splice, { plan }: MatchedFilm) =>
  plan.filter(({ frame }) => copied.some((span) => contains(span, frame))).map(leftFace);

const encodingOf = ({ settings: { draft, lossless } }: FilmReplacement): Encoding =>
  lossless ? 'lossless' : draft ? 'draft' : 'film';
