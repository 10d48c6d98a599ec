'use client';

import type { ReactElement } from 'react';
import { MessageSquarePlus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, Keys } from '#components/ui/index.ts';
import type { FilmPlayer } from '#components/player/index.ts';
import type { NoteActs } from '#lib/api/notes.ts';
import { FlagList } from './flagList.tsx';
import { useKindWords } from './kindWords.ts';
import { NoteComposer } from './noteComposer.tsx';
import { NoteList } from './noteList.tsx';
import { Section } from './section.tsx';
import { TakeHistory } from './takeHistory.tsx';
import type { ReviewDeskState } from './useReviewDesk.ts';
import { VerdictBar } from './verdictBar.tsx';

interface DetailsProps {
  readonly desk: ReviewDeskState;
  readonly player: FilmPlayer;
  readonly acts: NoteActs;
}

/** What is known of the shot that is looked at, and what is decided about it. */
export function Details({ desk, player, acts }: DetailsProps): ReactElement {
  const t = useTranslations('review');
  const wordOf = useKindWords();
  const { place, sides, composing, shotNotes, shotFlags, nameOf } = desk;
  const { times } = player;
  const { draft } = composing;
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <VerdictBar
        take={sides.shown}
        may={desk.mayDecide}
        onApprove={desk.approve}
        onSendBack={desk.beginSendBack}
      />
      <Section
        title={t('notes')}
        count={shotNotes.length}
        acts={
          draft === null ? (
            <div className="px-3 pb-2">
              <Button icon={MessageSquarePlus} onClick={desk.beginNote}>
                {t('newNote')} <Keys>N</Keys>
              </Button>
            </div>
          ) : (
            <NoteComposer composing={composing} draft={draft} acts={acts} times={times} />
          )
        }
      >
        <NoteList
          notes={shotNotes}
          times={times}
          acts={acts}
          takeNumbers={new Map(sides.takes.map(({ id, number }) => [id, number]))}
          nameOf={nameOf}
          mayChange={desk.mayChange}
          onGo={place.goToFrame}
          onEdit={(note) => composing.edit(player, note)}
        />
      </Section>
      <Section title={wordOf('flags')} count={shotFlags.length}>
        <FlagList
          flags={shotFlags}
          measured={sides.shown?.flagged !== null}
          times={times}
          onGo={place.goToFrame}
        />
      </Section>
      <Section title={t('takes')} count={sides.takes.length}>
        <TakeHistory sides={sides} times={times} nameOf={nameOf} />
      </Section>
    </div>
  );
}
