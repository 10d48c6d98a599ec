import type { Waiting } from './overview.ts';

/** Where in a title, below its address or that of the dub, something is done about what waits. */
const PLACES: Readonly<Record<Waiting['code'], string>> = {
  'upload-film': '',
  'analyse-film': '',
  'analysis-failed': '',
  'create-dub': '/dubs',
  'upload-voice': '',
  'upload-script': '',
  'plan-dub': '/plan',
  planning: '/plan',
  'planning-failed': '/plan',
  'start-rendering': '/plan',
  rendering: '/plan',
  'rendering-failed': '/plan',
  'render-sent-back': '/plan',
  review: '/review',
  deliver: '/deliver',
  'upload-footage': '',
  'match-faces': '/plan',
  matching: '/plan',
  'matching-failed': '/plan',
  'deliver-replacement': '/deliver',
};

/** The address of a title, or of one of its dubs. */
export const placeOf = (title: string, dub?: string): string =>
  dub === undefined ? `/titles/${title}` : `/titles/${title}/dubs/${dub}`;

/** The address at which somebody can do what is waited for. */
export const placeOfWait = (code: Waiting['code'], title: string, dub?: string): string =>
  placeOf(title, dub) + PLACES[code];
