import { ApiProblem } from '@mondwerk/client';
import { QueryClient } from '@tanstack/react-query';

/** What the server refused is refused again; only what never reached it is worth another try. */
const mayHelp = (error: Error): boolean => !(error instanceof ApiProblem) || error.status >= 500;

/** Keeps what was read. Events tell when it is outdated, so it is not asked for again just because time passes. */
export const openQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && mayHelp(error),
      },
    },
  });
