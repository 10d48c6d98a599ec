import { analyse } from './acts/analyse.ts';
import { deliver } from './acts/deliver.ts';
import { draft } from './acts/draft.ts';
import { match } from './acts/match.ts';
import { plan } from './acts/plan.ts';
import { render } from './acts/render.ts';
import { replace } from './acts/replace.ts';
import { transcribe } from './acts/transcribe.ts';
import type { Handlers } from './handlers.ts';

/** What carries out every stage. */
export const handlers: Handlers = {
  ...{ ...analyse, ...transcribe, ...plan, ...render, ...draft },
  ...{ ...match, ...replace, ...deliver },
};
