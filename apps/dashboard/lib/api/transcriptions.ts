import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import type { Run } from './runs.ts';

/** Of what a script is heard: a dub's voice, or the sound of the film. */
export interface Hearable {
  readonly title: string;
  /** `null`: the original dialogue. */
  readonly dub: string | null;
}

/** How many runs of a title are looked through for the newest of one dub. */
const LATELY = 50;

/** The newest run that has heard or hears lines; `null` where there was none. */
export const useTranscription = ({ title, dub }: Hearable, enabled: boolean): UseQueryResult<Run | null> =>
  useQuery({
    queryKey: ['runs', 'transcription', title, dub],
    enabled,
    queryFn: async () => {
      const query = { act: 'transcribe', limit: LATELY } as const;
      const { items } = await answerOf(
        api.GET('/titles/{title}/runs', { params: { path: { title }, query } }),
      );
      return items.find((run) => run.dub === dub) ?? null;
    },
  });

/** Has lines heard, with their words or only where somebody speaks. @throws ApiProblem. */
export const hearLines = ({ title, dub }: Hearable, words: boolean): Promise<Run> =>
  dub === null
    ? answerOf(api.POST('/titles/{title}/transcriptions', { params: { path: { title } }, body: { words } }))
    : answerOf(api.POST('/dubs/{dub}/transcriptions', { params: { path: { dub } }, body: { words } }));
