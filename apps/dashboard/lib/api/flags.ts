import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client.ts';

/** Lips that did not reach the shape that a sound needs. */
export type LipFlag = Schemas['DubFlags']['flags'][number];

/** All lips that a reviewer should look at in the takes of a dub that count, in the order of the film. */
export const useFlags = (dub: string): UseQueryResult<readonly LipFlag[]> =>
  useQuery({
    queryKey: ['takes', 'flags', dub],
    queryFn: async () =>
      (await answerOf(api.GET('/dubs/{dub}/flags', { params: { path: { dub } } }))).flags.toSorted(
        (a, b) => a.frame - b.frame,
      ),
  });
