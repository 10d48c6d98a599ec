import { useCallback, useMemo, useRef } from 'react';
import { useQueryClient, type InfiniteData, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { answerOf, api, ifMatch, type Schemas } from './client.ts';
import { allPages, MOST } from './pages.ts';
import { useAllOf } from './planLines.ts';
import { useStream, type Stream } from './stream.ts';

/** One event of a script. */
export type Line = Schemas['Line'];

/** How the mouth of a line differs from what the voice says. */
export type LineSettings = Line['settings'];

/** How one sound of a line shall look. */
export type CueEdit = LineSettings['cues'][number];

/** What is changed of a line. */
export interface LineChanges {
  readonly text?: string;
  readonly times?: { readonly start: number; readonly end: number } | null;
  readonly character?: string | null;
  readonly offScreen?: boolean;
  readonly settings?: Partial<LineSettings>;
}

/** What is changed of many lines at once; single sounds cannot be. */
export type ChangesOfMany = Pick<LineChanges, 'character' | 'offScreen'> & {
  readonly settings?: Partial<Omit<LineSettings, 'cues'>> & { readonly cues?: [] };
};

type LinePages = InfiniteData<{ readonly items: readonly Line[]; readonly next: string | null }>;

const linesKey = (script: string | undefined): QueryKey => ['scripts', 'lines', script];

/** All lines of a script in their order; they come page by page until all are there. */
export function useLines(script: string | undefined): Stream<Line> {
  const stream = useStream(
    linesKey(script),
    (after) =>
      answerOf(
        api.GET('/scripts/{script}/lines', {
          params: { path: { script: script! }, query: { after, limit: MOST } },
        }),
      ),
    { enabled: script !== undefined },
  );
  useAllOf(stream);
  return stream;
}

/** A line as it is shown once changes are asked for. */
export function lineAfter(line: Line, { times, settings, ...changes }: LineChanges): Line {
  const spans = times === undefined ? {} : { start: times?.start ?? null, end: times?.end ?? null };
  return { ...line, ...changes, ...spans, settings: { ...line.settings, ...settings } };
}

/** Reads a line as it is now; `undefined` where it is gone. */
async function readLine({ script, id, index }: Line): Promise<Line | undefined> {
  // Nothing but the whole list tells of a line; the pages before it are not wanted.
  const lines = await allPages<Line>(async (after) => {
    const params = { path: { script }, query: { after, limit: MOST } };
    const page = await answerOf(api.GET('/scripts/{script}/lines', { params }));
    return page.items.some((line) => line.index >= index) ? { ...page, next: null } : page;
  });
  return lines.find((line) => line.id === id);
}

/** Changes lines of a script: what is changed is shown at once, and taken back where it is refused. */
export interface LineActs {
  /** @throws ApiProblem `version-stale`, `line-order`. */
  readonly change: (line: Line, changes: LineChanges) => Promise<Line>;
  /** Returns how many were changed. @throws ApiProblem. */
  readonly changeMany: (lines: readonly Line[], changes: ChangesOfMany) => Promise<number>;
  /** A line as it is on the server, which is then shown. */
  readonly lookAgain: (line: Line) => Promise<Line | undefined>;
}

/** Lets the lines of a script be changed, each in turn. */
export function useLineActs(script: string | undefined, dub: string): LineActs {
  const queries = useQueryClient();
  const turns = useRef(new Map<string, Promise<unknown>>());
  /** Lines as one's own last edits left them. */
  const latest = useRef(new Map<string, Line>());
  const show = useCallback(
    (change: (line: Line) => Line) =>
      queries.setQueryData<LinePages>(linesKey(script), (pages) => pages && withLines(pages, change)),
    [queries, script],
  );
  return useMemo(() => {
    const put = (now: Line): void => void show((line) => (line.id === now.id ? now : line));
    return {
      change: (line, changes) => {
        show((each) => (each.id === line.id ? lineAfter(each, changes) : each));
        const turn = (turns.current.get(line.id) ?? Promise.resolve()).then(async () => {
          const before = latest.current.get(line.id);
          try {
            // What waited for its turn is about the version that one's own edit before it made, not about somebody else's.
            const version = Math.max(line.version, before?.version ?? 0);
            const now = await editLine(line.id, version, changes);
            latest.current.set(line.id, now);
            put(now);
            return now;
          } catch (error) {
            put(before !== undefined && before.version > line.version ? before : line);
            throw error;
          } finally {
            refresh(queries, dub);
          }
        });
        turns.current.set(
          line.id,
          turn.catch(() => undefined),
        );
        return turn;
      },
      changeMany: async (lines, changes) => {
        const chosen = new Set(lines.map(({ id }) => id));
        show((line) => (chosen.has(line.id) ? lineAfter(line, changes) : line));
        try {
          return await editMany(script!, [...chosen], changes);
        } finally {
          refresh(queries, dub);
          void queries.invalidateQueries({ queryKey: linesKey(script) });
        }
      },
      lookAgain: async (line) => {
        const now = await readLine(line);
        if (now !== undefined) put(now);
        return now;
      },
    };
  }, [queries, script, dub, show]);
}

const withLines = (pages: LinePages, change: (line: Line) => Line): LinePages => ({
  ...pages,
  pages: pages.pages.map((page) => ({ ...page, items: page.items.map(change) })),
});

const editLine = (line: string, version: number, body: LineChanges): Promise<Line> =>
  answerOf(api.PATCH('/lines/{line}', { params: { path: { line }, header: ifMatch(version) }, body }));

const editMany = async (script: string, lines: string[], changes: ChangesOfMany): Promise<number> =>
  (
    await answerOf(
      api.PATCH('/scripts/{script}/lines', { params: { path: { script } }, body: { lines, ...changes } }),
    )
  ).changed;

/** A plan may be outdated now, and the film's timeline shows lines too. */
function refresh(queries: QueryClient, dub: string): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey: [noun, , part] }) => noun === 'plans' && part === 'in full',
  });
  void queries.invalidateQueries({ queryKey: ['dubs', dub, 'timeline'] });
}

/** As far back the log is searched. */
const LATELY = 200;

/** The name of whoever changed a line last, where the log may be read; `null` where that is not known. */
export async function whoChanged(line: string): Promise<string | null> {
  const { items } = await answerOf(api.GET('/audit', { params: { query: { limit: LATELY } } }));
  const entry = items.find(({ thing }) => thing === line);
  if (entry?.person === undefined || entry.person === null) return null;
  const people = await allPages<Schemas['Person']>((after) =>
    answerOf(api.GET('/people', { params: { query: { after, limit: MOST } } })),
  );
  return people.find(({ id }) => id === entry.person)?.name ?? null;
}
