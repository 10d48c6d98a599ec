'use client';

import { useState, type ReactElement } from 'react';
import { UsersRound } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog, Empty } from '#components/ui/index.ts';
import type { Character, Performer } from '#lib/api/cast.ts';
import { useMay } from '#lib/api/session.ts';
import { BoardBar } from './boardBar.tsx';
import { CardGrid, type CastFacts } from './cardGrid.tsx';
import { CarriedPicture } from './carriedPicture.tsx';
import { mostSeenFirst } from './castChanges.ts';
import { CharactersPanel } from './charactersPanel.tsx';
import { Extras } from './extras.tsx';
import type { RightsOfCast } from './rightsOfCast.ts';
import { useBoard } from './useBoard.ts';
import { useBoardActs } from './useBoardActs.ts';
import { useBoardKeys } from './useBoardKeys.ts';
import { useCardActs } from './useCardActs.ts';
import { useCarrying } from './useCarrying.tsx';
import { useCastEdits } from './useCastEdits.ts';
import { useCharacterEdits } from './useCharacterEdits.ts';
import { useJoinEdits } from './useJoinEdits.ts';

interface CastBoardProps {
  readonly title: string;
  readonly performers: readonly Performer[];
  readonly characters: readonly Character[];
  readonly facts: CastFacts;
  /** `null` for those who may not see them. */
  readonly rights: RightsOfCast | null;
  /** Whose faces were looked at before; `null` for who has not been there. */
  readonly cameFrom: string | null;
  readonly onOpen: (performer: string) => void;
  /** What stands above the faces: how far the analysis is. */
  readonly notice: ReactElement | null;
}

/** All faces of a film, to be named, joined, ignored, cast, and given the rights that they need. */
export function CastBoard(props: CastBoardProps): ReactElement {
  const { title, characters, facts, rights, cameFrom, onOpen, notice } = props;
  const t = useTranslations('cast');
  const may = useMay();
  const mine = { mayEdit: may('performers:edit'), mayRecord: rights !== null && may('rights:create') };
  const wasExtra = props.performers.some(({ id, ignored }) => ignored && id === cameFrom);
  const [extrasOpen, openExtras] = useState(wasExtra);
  const performers = mostSeenFirst(props.performers);
  const extras = performers.filter(({ ignored }) => ignored);
  const counted = performers.filter(({ ignored }) => !ignored);
  const order = [...counted, ...(extrasOpen ? extras : [])].map(({ id }) => id);
  const board = useBoard(order, cameFrom);
  const edits = useCastEdits(title);
  const joins = useJoinEdits(title);
  const parts = useCharacterEdits(title);
  const acts = useBoardActs({ performers, order, characters, board, rights, edits, joins, parts });
  const { drag, begin, ghost } = useCarrying(acts.drop, (carried) => (
    <CarriedPicture {...{ carried, performers, characters }} />
  ));
  const record = (ids: readonly string[]): void => rights?.record(ids);
  const cardActs = useCardActs({ board, acts, onOpen, record, begin });
  useBoardKeys(board, { acts, onOpen, record, all: order, ...mine });
  const grid = { facts, board, drag, rights, acts: cardActs, ...mine };

  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <BoardBar
          {...{ board, performers, ...mine }}
          onIgnore={acts.ignore}
          onIgnoreAll={(all) => void edits.ignore(all, true)}
          onRecord={record}
        />
        <div data-scrolls className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto p-3">
          {notice}
          {counted.length > 0 && rights?.summary(board.choose)}
          {performers.length === 0 && notice === null && (
            <Empty icon={UsersRound} title={t('nobody')}>
              <p>{t('nobodyHint')}</p>
            </Empty>
          )}
          {counted.length > 0 && <CardGrid label={t('cast')} performers={counted} {...grid} />}
          {performers.length > 0 && (
            <Extras count={extras.length} open={extrasOpen} onOpen={openExtras} drag={drag}>
              <CardGrid label={t('extras')} performers={extras} {...grid} />
            </Extras>
          )}
        </div>
      </div>
      <CharactersPanel {...{ title, characters, performers, drag }} edits={parts} carry={begin} />
      {ghost}
      <ConfirmDialog
        open={acts.asking !== null}
        onClose={() => void acts.answer(false)}
        title={t('mergeForGood')}
        act={t('mergeAct')}
        onConfirm={() => acts.answer(true)}
      >
        {acts.asking && t('mergeForGoodWhy', { from: acts.asking.from[0].name, into: acts.asking.into.name })}
      </ConfirmDialog>
    </div>
  );
}
