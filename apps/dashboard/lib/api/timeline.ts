import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client.ts';

/** All shots of a source and every face in them. */
export type SourceTimeline = Schemas['SourceTimeline'];

/** Where every shot of a dub stands, and all lines of its script. */
export type DubTimeline = Schemas['DubTimeline'];

/** All shots of a source and every face in them, in one answer. Kept with the performers, whom people put right. */
export const useSourceTimeline = (source: string | undefined): UseQueryResult<SourceTimeline> =>
  useQuery({
    queryKey: ['performers', 'timeline', source],
    enabled: source !== undefined,
    structuralSharing: false,
    queryFn: () => answerOf(api.GET('/sources/{source}/timeline', { params: { path: { source: source! } } })),
  });

/** Where all shots of some dubs stand and what is said in them, in one answer a dub; in the order of `dubs`. */
export const useDubTimelines = (dubs: readonly string[]): readonly (DubTimeline | undefined)[] =>
  useQueries({
    queries: dubs.map((dub) => ({
      queryKey: ['dubs', dub, 'timeline'],
      structuralSharing: false,
      queryFn: () => answerOf(api.GET('/dubs/{dub}/timeline', { params: { path: { dub } } })),
    })),
    combine: dataOf,
  });

const dataOf = (results: readonly UseQueryResult<DubTimeline>[]): (DubTimeline | undefined)[] =>
  results.map(({ data }) => data);
