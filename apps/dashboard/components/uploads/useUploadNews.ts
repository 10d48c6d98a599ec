import { useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useToasts } from '#components/ui/index.ts';
import { dismissUpload, type SendingState, type UploadProgress } from '#lib/upload/index.ts';

/** Says aloud when a file has arrived or was refused, wherever one is by then. */
export function useUploadNews(uploads: readonly UploadProgress[]): void {
  const t = useTranslations('uploads');
  const { say } = useToasts();
  const queries = useQueryClient();
  const told = useRef(new Map<string, SendingState>());
  useEffect(() => {
    for (const upload of uploads) {
      const { key, name, state } = upload;
      const problem = upload.problem instanceof Error ? upload.problem.message : '';
      if (told.current.get(key) === state) continue;
      told.current.set(key, state);
      if (state === 'ready') {
        say({ text: t('arrived', { name }) });
        setTimeout(() => dismissUpload(key), SHOWN_MS);
        // The events tell so too, but only to those whose connection is there at this moment.
        void queries.invalidateQueries({ predicate: ({ queryKey: [noun] }) => NOUNS.includes(String(noun)) });
      }
      if (state === 'refused') say({ text: t('wasRefused', { name, sentence: problem }), bad: true });
    }
  }, [uploads, say, t, queries]);
}

/** How long is shown that a file has arrived. */
const SHOWN_MS = 10_000;

const NOUNS: readonly string[] = ['uploads', 'titles', 'sources'];
