import { useCallback, useMemo } from 'react';
import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

/** One page of a list. */
interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A list of any length that comes page by page. */
export interface Stream<Item> {
  /** What has come so far. */
  readonly data: readonly Item[] | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  /** Asks for the next page; `null` when all is there. */
  readonly more: (() => void) | null;
  readonly loadingMore: boolean;
}

interface StreamOptions<Item> {
  readonly enabled?: boolean;
  /** Milliseconds after which everything is asked for again, `false` for not, by what has come so far. */
  readonly again?: (items: readonly Item[]) => number | false;
  /** 0 asks again whenever somebody looks. */
  readonly staleTime?: number;
}

/** Reads a list page by page, as far as somebody looks. */
export function useStream<Item>(
  queryKey: QueryKey,
  read: (after?: string) => Promise<PageOf<Item>>,
  { again, ...options }: StreamOptions<Item> = {},
): Stream<Item> {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: ({ state }) => again?.(state.data?.pages.flatMap((page) => page.items) ?? []) ?? false,
    ...options,
  });
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  return { data: items, error, refetch, more: hasNextPage ? more : null, loadingMore: isFetchingNextPage };
}
