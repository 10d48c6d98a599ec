import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client.ts';

/** A model that Mondwerk sees faces with. */
export type Model = Schemas['Model'];

/** A model that writes down what is said. */
export type SpeechModel = Schemas['SpeechModel'];

/** All models that are used: those that see faces, those that understand speech. */
export interface Models {
  readonly faces: readonly Model[];
  readonly speech: readonly SpeechModel[];
}

/** All models that are used. */
export const useModels = (enabled = true): UseQueryResult<Models> =>
  useQuery({
    queryKey: ['models'],
    enabled,
    queryFn: async () => {
      const { items, speech } = await answerOf(api.GET('/models'));
      return { faces: items, speech };
    },
  });
