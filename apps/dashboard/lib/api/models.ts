import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client.ts';

/** A model that Mondwerk sees faces with. */
export type Model = Schemas['Model'];

/** All models that are used. */
export const useModels = (): UseQueryResult<readonly Model[]> =>
  useQuery({
    queryKey: ['models'],
    queryFn: async () => (await answerOf(api.GET('/models'))).items,
    staleTime: Infinity,
  });
