import { useCallback, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { askForDraft, useDraft, type Draft } from '#lib/api/drafts.ts';
import { shareOfJob, useJobOf } from '#lib/api/jobOf.ts';
import type { Line, LineSettings } from '#lib/api/lines.ts';
import { sameSettings } from './lineSettings.ts';

/** What was asked for a line on this page: a draft, or why there is none. */
interface Asked {
  readonly draft?: string;
  readonly problem?: unknown;
  readonly busy?: boolean;
}

/** The draft of a line, how far it is, and how to ask for one. */
export interface Drafting {
  readonly draft: Draft | undefined;
  /** 0 to 1 while it is being made; `null` while nobody knows. */
  readonly share: number | null;
  /** It was asked for, or is being made. */
  readonly making: boolean;
  /** Why there is none: it was refused, or could not be made. */
  readonly problem: unknown;
  /** Whether it shows other settings than those given. */
  readonly isOld: (settings: LineSettings) => boolean;
  readonly ask: (settings: LineSettings) => Promise<void>;
}

const NOTHING: Asked = {};

/** Has drafts of lines made; each line keeps its last one while the page is there. */
export function useDrafts(dub: string, line: Line | undefined): Drafting {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<ReadonlyMap<string, Asked>>(new Map());
  const put = useCallback((id: string, now: Asked) => setAsked((before) => new Map(before).set(id, now)), []);
  const own = (line && asked.get(line.id)) ?? NOTHING;
  const { data: draft, error } = useDraft(own.draft);
  const job = useJobOf(draft?.run);
  const failed = draft?.state === 'failed' ? new Error(draft.problem ?? '') : null;
  return {
    draft,
    share: shareOfJob(job),
    making: own.busy === true || draft?.state === 'making',
    problem: own.problem ?? error ?? failed,
    isOld: ({ offset, strength, cues }) =>
      draft !== undefined &&
      !sameSettings({ ...draft.settings, leave: false }, { offset, strength, cues, leave: false }),
    ask: async ({ offset, strength, cues }) => {
      if (line === undefined) return;
      put(line.id, { ...own, problem: null, busy: true });
      try {
        const made = await askForDraft(dub, line.index, { offset, strength, cues: [...cues] });
        queries.setQueryData(['drafts', made.id], made);
        put(line.id, { draft: made.id });
      } catch (problem) {
        put(line.id, { ...own, problem, busy: false });
      }
    },
  };
}
