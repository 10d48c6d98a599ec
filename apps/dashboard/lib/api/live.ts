import type { QueryClient } from '@tanstack/react-query';
import { API, type Schemas } from './client.ts';

/** Something that happened, as the stream of events tells it. */
export interface Happening {
  readonly id?: string;
  readonly kind: string;
  readonly thing?: string;
  readonly title: string | null;
  readonly dub: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** How far a job is, as the stream of events tells it. */
export interface JobNews extends Happening {
  readonly run: string;
  readonly job: string;
  readonly stage: string;
  readonly shot: number | null;
  readonly state: Schemas['Job']['state'];
  readonly done: number;
  readonly total: number | null;
  readonly unit: string | null;
}

/** Something that is kept under a key whose first word is its noun. */
type Noun =
  | 'titles'
  | 'uploads'
  | 'sources'
  | 'performers'
  | 'rights'
  | 'dubs'
  | 'scripts'
  | 'pronunciations'
  | 'plans'
  | 'runs'
  | 'takes'
  | 'notes'
  | 'deliveries'
  | 'drafts';

/** What runs begin, make and end. */
const OF_RUNS: readonly Noun[] = [
  'runs',
  'titles',
  'sources',
  'performers',
  'plans',
  'dubs',
  'scripts',
  'takes',
  'deliveries',
  'drafts',
];

/** What may have changed when something of a kind has happened. */
const CHANGED: Readonly<Record<string, readonly Noun[]>> = {
  'title.created': ['titles'],
  'dub.created': ['titles', 'dubs'],
  'upload.ready': ['uploads', 'titles', 'sources'],
  'upload.refused': ['uploads'],
  'take.ready': ['takes', 'dubs', 'titles'],
  'verdict.given': ['takes', 'dubs', 'titles'],
  'note.written': ['notes', 'dubs'],
  'delivery.ready': ['deliveries', 'titles'],
  'delivery.failed': ['deliveries', 'titles'],
  'draft.ready': ['drafts'],
  'rights.changed': ['rights'],
  'draft.failed': ['drafts'],
  ...Object.fromEntries(
    ['started', 'paused', 'done', 'failed', 'cancelled'].map((state) => [`run.${state}`, OF_RUNS]),
  ),
};

/** Listens to a job getting further. */
export type HearJob = (news: JobNews) => void;

const jobListeners = new Set<HearJob>();

/** Has somebody told of every job that gets further. Returns how to stop that. */
export function hearJobs(hear: HearJob): () => void {
  jobListeners.add(hear);
  return () => jobListeners.delete(hear);
}

/** How long news are gathered, so that a hundred of them ask for a page once. */
const GATHER_MS = 250;

/**
 * Keeps what a page shows true: listens to the stream of events and has everything asked for again that may have
 * changed. `connected` is told when the connection comes and goes. Returns how to stop.
 */
export function listen(queries: QueryClient, connected: (yes: boolean) => void): () => void {
  const source = new EventSource(`${API}/events`);
  const gather = gathering((nouns) => {
    void queries.invalidateQueries({ predicate: ({ queryKey: [noun] }) => nouns.has(noun as Noun) });
  });
  for (const [kind, nouns] of Object.entries(CHANGED)) source.addEventListener(kind, () => gather(nouns));
  source.addEventListener('job', ({ data }: MessageEvent<string>) => {
    const news = JSON.parse(data) as JobNews;
    for (const hear of jobListeners) hear(news);
    if (news.state !== 'running') gather(['runs']);
  });
  source.addEventListener('reload', () => void queries.invalidateQueries());
  let lost = false;
  source.onopen = () => {
    // What happened between two connections without an id is not told again.
    if (lost) void queries.invalidateQueries();
    lost = false;
    connected(true);
  };
  source.onerror = () => {
    lost = true;
    connected(false);
  };
  return () => source.close();
}

function gathering(act: (nouns: ReadonlySet<Noun>) => void): (nouns: readonly Noun[]) => void {
  let gathered = new Set<Noun>();
  return (nouns) => {
    if (gathered.size === 0) {
      setTimeout(() => {
        act(gathered);
        gathered = new Set();
      }, GATHER_MS);
    }
    for (const noun of nouns) gathered.add(noun);
  };
}
