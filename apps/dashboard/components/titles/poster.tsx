'use client';

import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Film } from 'lucide-react';
import { fetchFile, sourceUrls, type ThumbnailIndex } from '#lib/film/index.ts';
import { contrastOf, posterCandidates } from './posterFrame.ts';

/** A frame from some way into a film; a sign where there is none yet. It is loaded when it comes into view. */
export function Poster({ source }: { readonly source: string | null }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const seen = useSeen(box);
  const { data } = usePoster(seen && source !== null ? source : undefined);
  useEffect(() => {
    if (data === undefined || canvas.current === null) return;
    canvas.current.width = data.width;
    canvas.current.height = data.height;
    canvas.current.getContext('2d')!.drawImage(data, 0, 0);
  }, [data]);
  return (
    <div
      ref={box}
      aria-hidden
      className="relative flex aspect-video w-28 shrink-0 items-center justify-center overflow-hidden rounded-sm border border-line bg-black"
    >
      {data === undefined && <Film size={20} className="text-faint" />}
      <canvas ref={canvas} hidden={data === undefined} className="size-full object-contain" />
    </div>
  );
}

/** Whether an element has come into view, or near it. */
function useSeen(box: React.RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: '400px' },
    );
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return seen;
}

const usePoster = (source: string | undefined): UseQueryResult<ImageBitmap> =>
  useQuery({
    queryKey: ['poster', source],
    enabled: source !== undefined,
    staleTime: Infinity,
    gcTime: 30 * 60_000,
    queryFn: () => cutPoster(source!),
  });

async function cutPoster(source: string): Promise<ImageBitmap> {
  const urls = sourceUrls(source);
  const index = (await (await fetchFile(urls.thumbnails)).json()) as ThumbnailIndex;
  const candidates = posterCandidates(index);
  const { width, height, columns, rows } = index;
  const number = Math.floor(candidates[0] / (columns * rows));
  const sheet = await createImageBitmap(await (await fetchFile(urls.sheet(number))).blob());
  const canvas = new OffscreenCanvas(sheet.width, sheet.height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(sheet, 0, 0);
  const placed = candidates.map((candidate) => {
    const at = candidate % (columns * rows);
    return [(at % columns) * width, Math.floor(at / columns) * height] as const;
  });
  const contrasts = placed.map(([x, y]) => contrastOf(context.getImageData(x, y, width, height).data));
  const [left, top] = placed[contrasts.indexOf(Math.max(...contrasts))];
  const poster = await createImageBitmap(sheet, left, top, width, height);
  sheet.close();
  return poster;
}
