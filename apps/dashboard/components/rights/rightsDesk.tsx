'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import { ProblemNote } from '#components/ui/index.ts';
import { useMay } from '#lib/api/session.ts';
import { RecordDialog } from './recordDialog.tsx';
import { useRightsBook } from './rightsBook.ts';
import { RightsPanel } from './rightsPanel.tsx';
import { RightsSigns } from './rightsSigns.tsx';
import { RightsSummary } from './rightsSummary.tsx';

/** What a page of faces shows of rights, and how it opens them. */
export interface RightsDesk {
  readonly signsOf: (performer: string, tabIndex?: number) => ReactNode;
  readonly summary: (choose: (performers: readonly string[]) => void) => ReactNode;
  readonly open: (performer: string) => void;
  readonly record: (performers: readonly string[]) => void;
  readonly holdsForOthers: (performer: string) => boolean;
}

/** The rights in a title; `desk` is `null` for those who may not see them. `windows` has to be on the page. */
export function useRightsDesk(title: string): {
  readonly desk: RightsDesk | null;
  readonly windows: ReactElement | null;
} {
  const mayRead = useMay()('rights:read');
  const { book, problem } = useRightsBook(title, mayRead);
  const [opened, open] = useState<string | null>(null);
  const [recording, record] = useState<readonly string[]>([]);
  if (!mayRead) return { desk: null, windows: null };
  const performer = book?.performers.find(({ id }) => id === opened);
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
        {recording.length > 0 && (
          <RecordDialog
            key={recording.join()}
            {...{ title, book }}
            performers={book.performers.filter(({ id }) => recording.includes(id))}
            onClose={() => record([])}
          />
        )}
      </>
    ) : null,
  };
}
