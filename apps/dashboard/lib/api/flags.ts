import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client.ts';

/** Lips that did not reach the shape that a sound needs. */
export type LipFlag = Schemas['DubFlags']['flags'][number];

/** Something in a take that a reviewer should look at. */
export interface ReviewFlag {
  readonly take: string;
  readonly frame: number;
  /** The lips that it is about, or a sentence about a replaced face. */
  readonly about: LipFlag | string;
}

/** All that a reviewer should look at in the takes of a dub or a replacement that count, in the order of the film. */
export const useFlags = (dub: string): UseQueryResult<readonly ReviewFlag[]> =>
  useQuery({
    queryKey: ['takes', 'flags', dub],
    queryFn: async () => {
      const { flags, faces } = await answerOf(api.GET('/dubs/{dub}/flags', { params: { path: { dub } } }));
      return [
        ...flags.map((about) => ({ take: about.take, frame: about.frame, about })),
        ...faces.map(({ take, frames, sentence }) => ({ take, frame: frames.start, about: sentence })),
      ].sort((a, b) => a.frame - b.frame);
    },
  });
