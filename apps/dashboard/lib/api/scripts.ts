import { useQuery, useQueryClient, type Query, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, API, type Schemas } from './client.ts';
import { allPages, MOST } from './pages.ts';

/** What a dub says, or what the original says. */
export type Script = Schemas['Script'];

/** The scripts of a dub, the newest, which is the one in use, first. */
export const useScripts = (dub: string): UseQueryResult<Script[]> =>
  useQuery({
    queryKey: ['scripts', 'of dub', dub],
    queryFn: () =>
      allPages((after) =>
        answerOf(
          api.GET('/dubs/{dub}/scripts', { params: { path: { dub }, query: { after, limit: MOST } } }),
        ),
      ),
  });

/** The scripts of a title's original dialogue, the newest, which is the one in use, first. */
export const useOriginalScripts = (title: string): UseQueryResult<Script[]> =>
  useQuery({
    queryKey: ['scripts', 'of title', title],
    queryFn: () =>
      allPages((after) =>
        answerOf(
          api.GET('/titles/{title}/scripts', { params: { path: { title }, query: { after, limit: MOST } } }),
        ),
      ),
  });

/** Makes an upload the script of a dub. @throws ApiProblem. */
export const addScript = (dub: string, upload: string): Promise<Script> =>
  answerOf(api.POST('/dubs/{dub}/scripts', { params: { path: { dub } }, body: { upload } }));

/** Makes an upload the script of the original dialogue. @throws ApiProblem `language-missing`. */
export const addOriginalScript = (title: string, upload: string): Promise<Script> =>
  answerOf(api.POST('/titles/{title}/scripts', { params: { path: { title } }, body: { upload } }));

/** Lets a script be deleted with its lines; the one before it counts again. @throws ApiProblem. */
export function useRemoveScript(): (script: Script) => Promise<void> {
  const queries = useQueryClient();
  return async ({ id }) => {
    await api.DELETE('/scripts/{script}', { params: { path: { script: id } } });
    // Nothing is to ask for the lines of what is gone.
    queries.removeQueries({ queryKey: ['scripts', 'lines', id] });
    queries.setQueriesData<Script[]>({ predicate: isListOfScripts }, (all) =>
      all?.filter((script) => script.id !== id),
    );
    void queries.invalidateQueries({
      predicate: (query) => isListOfScripts(query) || ['dubs', 'plans'].includes(String(query.queryKey[0])),
    });
  };
}

const isListOfScripts = ({ queryKey: [noun, of] }: Pick<Query, 'queryKey'>): boolean =>
  noun === 'scripts' && (of === 'of dub' || of === 'of title');

/** The formats in which scripts can be downloaded, and how people call them. */
export const SCRIPT_FORMATS = [
  ['srt', 'SRT'],
  ['vtt', 'WebVTT'],
  ['ttml', 'TTML (IMSC)'],
  ['dapt', 'DAPT'],
  ['detx', 'detX'],
  ['csv', 'CSV'],
] as const;

/** A format of scripts. */
export type ScriptFormat = (typeof SCRIPT_FORMATS)[number][0];

/** Where the script that counts is downloaded as it stands now, with its own times or those that were heard. */
export const exportUrl = (
  { dub, title }: Pick<Script, 'dub' | 'title'>,
  format: ScriptFormat,
  heard: boolean,
): string =>
  dub === null
    ? `${API}/titles/${title}/script?format=${format}`
    : `${API}/dubs/${dub}/script?format=${format}${heard ? '&times=heard' : ''}`;

/** Where a script is downloaded as it was brought. */
export const scriptFileUrl = (script: string): string => `${API}/scripts/${script}/file`;
