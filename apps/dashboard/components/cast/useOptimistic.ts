import { useCallback, useRef } from 'react';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useToasts } from '#components/ui/index.ts';

/** Something that is changed: how it looks at once, and how it is asked for. */
export interface Edit<Data, Answer> {
  readonly key: QueryKey;
  /** What is shown until the server has answered. */
  readonly look: (data: Data) => Data;
  readonly ask: () => Promise<Answer>;
  /** What is asked for again afterwards; what is under `key` when nothing is said. */
  readonly refresh?: readonly QueryKey[];
}

/**
 * Shows a change at once and asks for it, one after the other in the order in which they were made; what the server
 * refuses is taken back and told. Returns what the server answered, `undefined` for what it refused.
 */
export function useOptimistic(): <Data, Answer>(edit: Edit<Data, Answer>) => Promise<Answer | undefined> {
  const queries = useQueryClient();
  const { fail } = useToasts();
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const open = useRef(0);
  return useCallback(
    async <Data, Answer>({ key, look, ask, refresh = [key] }: Edit<Data, Answer>) => {
      await queries.cancelQueries({ queryKey: key });
      const before = queries.getQueryData<Data>(key);
      if (before !== undefined) queries.setQueryData<Data>(key, look(before));
      open.current++;
      const turn = last.current.then(ask);
      last.current = turn.catch(() => undefined);
      try {
        return await turn;
      } catch (error) {
        queries.setQueryData(key, before);
        fail(error);
        return undefined;
      } finally {
        open.current--;
        if (open.current === 0) {
          for (const queryKey of refresh) void queries.invalidateQueries({ queryKey });
        }
      }
    },
    [queries, fail],
  );
}
