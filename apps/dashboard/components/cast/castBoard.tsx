'use client';

import { useState, type ReactElement } from 'react';
import { UsersRound } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog, Empty, Portrait } from '#components/ui/index.ts';
import type { Character, Performer } from '#lib/api/cast.ts';
import { useMay } from '#lib/api/session.ts';
import { BoardBar } from './boardBar.tsx';
import { CardGrid, type CastFacts } from './cardGrid.tsx';
import { focusCard } from './cardFocus.ts';
import { mostSeenFirst, whoStays, type Joining } from './castChanges.ts';
import { CharactersPanel } from './charactersPanel.tsx';
import type { Carried, Target } from './dragging.ts';
import { Extras } from './extras.tsx';
import { facePicture } from './facePicture.ts';
import type { CardActs } from './performerCard.tsx';
import type { RightsOfCast } from './rightsOfCast.ts';
import { useBoard } from './useBoard.ts';
import { useBoardKeys } from './useBoardKeys.ts';
import { useCarrying } from './useCarrying.tsx';
import { useCastEdits } from './useCastEdits.ts';
import { useCharacterEdits } from './useCharacterEdits.ts';
import { canComeBack, useJoinEdits } from './useJoinEdits.ts';
import { useSteady } from './useSteady.ts';

interface CastBoardProps {
  readonly title: string;
  readonly performers: readonly Performer[];
  readonly characters: readonly Character[];
  readonly facts: CastFacts;
  /** `null` for those who may not see them. */
  readonly rights: RightsOfCast | null;
  readonly onOpen: (performer: string) => void;
  /** What stands above the faces: how far the analysis is. */
  readonly notice: ReactElement | null;
}

/** All faces of a film, to be named, joined, ignored, cast, and given the rights that they need. */
export function CastBoard(props: CastBoardProps): ReactElement {
  const { title, characters, facts, rights, onOpen, notice } = props;
  const t = useTranslations('cast');
  const may = useMay();
  const mayEdit = may('performers:edit');
  const mayRecord = rights !== null && may('rights:create');
  const [extrasOpen, openExtras] = useState(false);
  const [asking, ask] = useState<Joining | null>(null);
  const performers = mostSeenFirst(props.performers);
  const extras = performers.filter(({ ignored }) => ignored);
  const counted = performers.filter(({ ignored }) => !ignored);
  const onBoard = [...counted, ...(extrasOpen ? extras : [])];
  const order = onBoard.map(({ id }) => id);
  const board = useBoard(order);
  const edits = useCastEdits(title);
  const joins = useJoinEdits(title);
  const parts = useCharacterEdits(title);
  const known = (ids: readonly string[]): Performer[] => performers.filter(({ id }) => ids.includes(id));

  const merge = async (joining: Joining): Promise<void> => {
    board.join(null);
    board.choose([]);
    focusCard('data-card', joining.into.id);
    await joins.merge(joining);
  };
  const joinWith = (ids: readonly string[], on: string): void => {
    const [target] = known([on]);
    const dropped = known(ids).filter(({ id }) => id !== on);
    if (target === undefined || dropped.length === 0) return;
    const joining = whoStays(dropped, target);
    const back = canComeBack(joining) && !joining.from.some(({ id }) => rights?.holdsForOthers(id));
    if (back) void merge(joining);
    else ask(joining);
  };
  const ignore = (ids: readonly string[]): void => {
    const meant = known(ids);
    const ignored = !meant.every((each) => each.ignored);
    const next = order.slice(order.indexOf(ids[0]) + 1).find((id) => !ids.includes(id));
    board.choose([]);
    if (next !== undefined) focusCard('data-card', next);
    void edits.ignore(meant, ignored);
  };
  const drop = (carried: Carried, target: Target): void => {
    if (carried.kind === 'performers') {
      if (target.kind === 'performer') joinWith(carried.ids, target.id);
      else if (target.kind === 'extras') void edits.ignore(known(carried.ids), true);
      else castAs(target.id, carried.ids[0]);
    } else if (target.kind === 'performer') castAs(carried.id, target.id);
  };
  const castAs = (character: string, performer: string): void => {
    const part = characters.find(({ id }) => id === character);
    const [actor] = known([performer]);
    if (part && actor) void parts.cast(part, actor);
  };
  const { drag, begin, ghost } = useCarrying(drop, (carried) => (
    <Carrying carried={carried} performers={performers} characters={characters} />
  ));
  const acts = useSteady<CardActs>({
    press: (id, event) => {
      if (board.joining !== null) joinWith(board.joining, id);
      else if (event.shiftKey || event.ctrlKey || event.metaKey) board.toggle(id, event.shiftKey);
      else onOpen(id);
    },
    toggle: board.toggle,
    open: onOpen,
    rename: (id) => {
      board.rename(id);
      if (id === null && board.renaming !== null) focusCard('data-card', board.renaming);
    },
    saveName: (id, name) => known([id]).forEach((each) => void edits.rename(each, name)),
    ignore: (id) => ignore(board.meant(id)),
    join: (id) => board.join(board.meant(id)),
    record: (id) => rights?.record(board.meant(id)),
    carry: (carried, event) =>
      begin(
        carried.kind === 'performers' ? { ...carried, ids: board.meant(carried.ids[0]) } : carried,
        event,
      ),
    focus: board.focus,
  });
  useBoardKeys(board, {
    open: onOpen,
    mergeInto: (id) => board.joining !== null && joinWith(board.joining, id),
    ignore,
    record: (ids) => rights?.record(ids),
    all: order,
    ...{ mayEdit, mayRecord },
  });
  const grid = { facts, board, drag, acts, rights, mayEdit, mayRecord };

  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <BoardBar
          {...{ board, mayEdit, mayRecord, performers }}
          onIgnore={ignore}
          onIgnoreAll={(all) => void edits.ignore(all, true)}
          onRecord={(ids) => rights?.record(ids)}
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
      <CharactersPanel {...{ characters, title, drag }} edits={parts} performers={performers} carry={begin} />
      {ghost}
      <ConfirmDialog
        open={asking !== null}
        onClose={() => ask(null)}
        title={t('mergeForGood')}
        act={t('mergeAct')}
        onConfirm={async () => asking && merge(asking)}
      >
        {asking && t('mergeForGoodWhy', { from: asking.from[0].name, into: asking.into.name })}
      </ConfirmDialog>
    </div>
  );
}

interface CarryingProps extends Pick<CastBoardProps, 'performers' | 'characters'> {
  readonly carried: Carried;
}

/** What hangs under the pointer. */
function Carrying({ carried, performers, characters }: CarryingProps): ReactElement {
  if (carried.kind === 'character') {
    return (
      <span className="rounded-md border border-accent bg-raised px-2 py-1">
        {characters.find(({ id }) => id === carried.id)?.name}
      </span>
    );
  }
  const faces = performers.filter(({ id }) => carried.ids.includes(id)).slice(0, 3);
  return (
    <span className="flex rounded-md border border-accent bg-raised">
      {faces.map((face) => (
        <Portrait key={face.id} src={facePicture(face)} name="" className="size-16 rounded-md" />
      ))}
    </span>
  );
}
