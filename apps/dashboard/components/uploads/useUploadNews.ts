import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { dismissUpload, type SendingState, type UploadProgress } from '#lib/upload/index.ts';
import { useUploadText } from './uploadText.ts';

/** What those who hear should not have to look for. */
const TOLD: readonly SendingState[] = ['waiting', 'missing', 'ready', 'refused', 'failed'];

/** How long is shown that a file has arrived. */
const SHOWN_MS = 10_000;

const NOUNS: readonly string[] = ['uploads', 'titles', 'sources'];

/** What happened last to an upload, in words; what has arrived is there for the pages at once. */
export function useUploadNews(uploads: readonly UploadProgress[]): string {
  const text = useUploadText();
  const queries = useQueryClient();
  const [news, setNews] = useState('');
  const known = useRef(new Map<string, SendingState>());
  useEffect(() => {
    for (const upload of uploads) {
      const { key, name, state } = upload;
      if (known.current.get(key) === state) continue;
      known.current.set(key, state);
      if (TOLD.includes(state)) setNews(`${name}: ${text(upload)}`);
      if (state !== 'ready') continue;
      setTimeout(() => dismissUpload(key), SHOWN_MS);
      // The events tell so too, but only to those whose connection is there at this moment.
      void queries.invalidateQueries({ predicate: ({ queryKey: [noun] }) => NOUNS.includes(String(noun)) });
    }
  }, [uploads, text, queries]);
  return news;
}
