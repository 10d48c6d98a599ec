import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { readProblem } from '@mondwerk/client';
import { API } from '#lib/api/client.ts';
import { frameTimesOf, type FrameIndex, type FrameTimes } from './frameTimes.ts';
import type { ThumbnailIndex } from './thumbnails.ts';

/** Where browsers find the pictures and sounds of a source. */
export const sourceUrls = (source: string) => ({
  proxy: `${API}/sources/${source}/proxy`,
  frames: `${API}/sources/${source}/frames`,
  thumbnails: `${API}/sources/${source}/thumbnails`,
  sheet: (number: number) => `${API}/sources/${source}/thumbnails/${number}`,
  peaks: `${API}/sources/${source}/peaks`,
});

/** Fetches a file of the API. @throws ApiProblem for what is refused. */
export async function fetchFile(url: string): Promise<Response> {
  const answer = await fetch(url);
  if (!answer.ok) throw await readProblem(answer);
  return answer;
}

/** A view of a source never changes once it is there. */
const FOREVER = { staleTime: Infinity, gcTime: 30 * 60_000 } as const;

/** When each frame of a source is shown; asked for only once it has been looked into. */
export const useFrameTimes = (source: string | undefined): UseQueryResult<FrameTimes> =>
  useQuery({
    ...FOREVER,
    queryKey: ['frameTimes', source],
    enabled: source !== undefined,
    queryFn: async () =>
      frameTimesOf((await (await fetchFile(sourceUrls(source!).frames)).json()) as FrameIndex),
  });

/** How the thumbnails of a source lie on their sheets. */
export const useThumbnails = (source: string | undefined): UseQueryResult<ThumbnailIndex> =>
  useQuery({
    ...FOREVER,
    queryKey: ['thumbnails', source],
    enabled: source !== undefined,
    queryFn: async () => (await (await fetchFile(sourceUrls(source!).thumbnails)).json()) as ThumbnailIndex,
  });

/** How many pairs of peaks there are in a second. */
export interface Peaks {
  readonly perSecond: number;
  /** Lowest, highest, lowest, highest …; 127 is full scale. */
  readonly pairs: Int8Array;
}

/** The lowest and highest samples of a sound over time, from an address of the API; `seconds` is how long it is. */
export const usePeaks = (url: string | undefined, seconds: number | undefined): UseQueryResult<Peaks> =>
  useQuery({
    ...FOREVER,
    queryKey: ['peaks', url],
    enabled: url !== undefined && seconds !== undefined,
    queryFn: async () => {
      const pairs = new Int8Array(await (await fetchFile(url!)).arrayBuffer());
      return { pairs, perSecond: Math.max(1, Math.round(pairs.length / 2 / seconds!)) };
    },
  });
