import { useQueryClient } from '@tanstack/react-query';

/** Has everything that is kept under some nouns asked for again once a change was made; hands on what it answered. */
export function useChange(...nouns: readonly string[]): <Answer>(change: Promise<Answer>) => Promise<Answer> {
  const queries = useQueryClient();
  return async (change) => {
    try {
      return await change;
    } finally {
      // Also what was refused may be so because somebody else changed it.
      void queries.invalidateQueries({ predicate: ({ queryKey: [noun] }) => nouns.includes(String(noun)) });
    }
  };
}
