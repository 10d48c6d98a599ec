'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useToasts } from '#components/ui/index.ts';
import { giveVerdict, giveVerdictInParting } from '#lib/api/takes.ts';
import { VerdictQueue, type PendingVerdict } from './verdictQueue.ts';

const NOUNS: readonly unknown[] = ['takes', 'dubs', 'titles'];

/** The verdicts that are given on this page. They are sent when it is left. */
export function useVerdicts(): { readonly queue: VerdictQueue; readonly pending: readonly PendingVerdict[] } {
  const queries = useQueryClient();
  const toasts = useToasts();
  const latest = useRef(toasts);
  useEffect(() => {
    latest.current = toasts;
  });
  const [queue] = useState(
    () =>
      new VerdictQueue({
        send: async ({ take, decision }) => {
          try {
            await giveVerdict(take, decision);
          } finally {
            // It stays pending until the lists have it, else the shot would seem undecided for a moment.
            await queries.invalidateQueries({ predicate: ({ queryKey: [noun] }) => NOUNS.includes(noun) });
          }
        },
        failed: (error) => latest.current.fail(error),
        sendInParting: ({ take, decision }) => giveVerdictInParting(take, decision),
      }),
  );
  useEffect(() => {
    const part = (): void => queue.part();
    window.addEventListener('pagehide', part);
    return () => {
      window.removeEventListener('pagehide', part);
      queue.flush();
    };
  }, [queue]);
  const pending = useSyncExternalStore(
    queue.subscribe,
    () => queue.pending,
    () => queue.pending,
  );
  return { queue, pending };
}
