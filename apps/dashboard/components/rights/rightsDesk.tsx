'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/ui/index.ts';
import type { RightsBasis } from '#lib/api/rights.ts';
import { useMay } from '#lib/api/session.ts';
import { coverOf, isFine, today, WHOLE_FACE } from './coverage.ts';
import { RecordDialog } from './recordDialog.tsx';
import { useRightsBook } from './rightsBook.ts';
import { RightsPanel } from './rightsPanel.tsx';
import { RightsSigns } from './rightsSigns.tsx';
import { RightsSummary } from './rightsSummary.tsx';
import { StandingSign } from './standingSign.tsx';

/** What a page of faces shows of rights, and how it opens them. */
export interface RightsDesk {
  readonly signsOf: (performer: string, tabIndex?: number) => ReactNode;
  readonly summary: (choose: (performers: readonly string[]) => void) => ReactNode;
  readonly open: (performer: string) => void;
  /** Begins to record one basis for some performers; of the mouth or the whole face, else as is needed. */
  readonly record: (performers: readonly string[], extent?: Extent) => void;
  readonly holdsForOthers: (performer: string) => boolean;
  /** Whether a performer's whole face may be rendered as far as is recorded, and a sign that says so. */
  readonly wholeFaceOf: (performer: string) => { readonly fine: boolean; readonly sign: ReactNode } | null;
}

type Extent = RightsBasis['extent'];

/** Whose basis is being recorded. */
interface Recording {
  readonly performers: readonly string[];
  readonly extent?: Extent | undefined;
}

const NOBODY: Recording = { performers: [] };

/** The rights in a title; `desk` is `null` for those who may not see them. `windows` has to be on the page. */
export function useRightsDesk(title: string): {
  readonly desk: RightsDesk | null;
  readonly windows: ReactElement | null;
} {
  const t = useTranslations('rights');
  const mayRead = useMay()('rights:read');
  const { book, problem } = useRightsBook(title, mayRead);
  const [opened, open] = useState<string | null>(null);
  const [recording, setRecording] = useState<Recording>(NOBODY);
  if (!mayRead) return { desk: null, windows: null };
  const performer = book?.performers.find(({ id }) => id === opened);
  const recorded = book?.performers.filter(({ id }) => recording.performers.includes(id)) ?? [];
  const record = (performers: readonly string[], extent?: Extent): void =>
    setRecording({ performers, extent });
  return {
    desk: {
      signsOf: (id, tabIndex) =>
        book && <RightsSigns {...{ book, tabIndex }} performer={id} onOpen={() => open(id)} />,
      summary: (choose) =>
        book ? (
          <RightsSummary uses={book.uses} onChoose={choose} />
        ) : (
          problem !== undefined && problem !== null && <ProblemNote error={problem} />
        ),
      open,
      record,
      holdsForOthers: (id) => book?.holdsForOthers(id) ?? false,
      wholeFaceOf: (id) => {
        if (book === undefined) return null;
        const cover = coverOf(book.basesOf(id), WHOLE_FACE, today());
        const name = t('whole-face');
        return { fine: isFine(cover), sign: <StandingSign sign={name} name={name} cover={cover} /> };
      },
    },
    windows: book ? (
      <>
        {performer && (
          <RightsPanel
            {...{ title, book, performer }}
            onClose={() => open(null)}
            onRecord={() => record([performer.id])}
          />
        )}
        {recorded.length > 0 && (
          <RecordDialog
            key={recording.performers.join()}
            {...{ title, book }}
            extent={recording.extent}
            performers={recorded}
            onClose={() => setRecording(NOBODY)}
          />
        )}
      </>
    ) : null,
  };
}
