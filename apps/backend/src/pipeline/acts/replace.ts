import { Refusal } from '@mondwerk/film';
import type { Handlers } from '../handlers.ts';
import type { StageOf } from '../stages.ts';

const unfinished = (): Refusal => new Refusal('unfinished', 'Faces cannot be replaced yet.');

/** New takes of some shots of a matched replacement. */
export const replace: Pick<Handlers, StageOf<'replace'>> = {
  gatherFaces: () => Promise.reject(unfinished()),
  renderFaces: () => Promise.reject(unfinished()),
  inspectFaces: () => Promise.reject(unfinished()),
};
