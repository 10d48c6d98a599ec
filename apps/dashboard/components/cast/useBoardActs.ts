'use client';

import { useState } from 'react';
import type { Character, Performer } from '#lib/api/cast.ts';
import { focusCard } from './cardFocus.ts';
import { whoStays, type Joining } from './castChanges.ts';
import type { Carried, Target } from './dragging.ts';
import type { RightsOfCast } from './rightsOfCast.ts';
import type { Board } from './useBoard.ts';
import type { CastEdits } from './useCastEdits.ts';
import type { CharacterEdits } from './useCharacterEdits.ts';
import { canComeBack, type JoinEdits } from './useJoinEdits.ts';

/** What the board of faces acts on. */
export interface OnBoard {
  readonly performers: readonly Performer[];
  /** The ids of the cards that are seen, in their order. */
  readonly order: readonly string[];
  readonly characters: readonly Character[];
  readonly board: Board;
  readonly rights: RightsOfCast | null;
  readonly edits: CastEdits;
  readonly joins: JoinEdits;
  readonly parts: CharacterEdits;
}

/** What is done on the board, whether with the mouse or with keys. */
export interface BoardActs {
  /** Says that some are the same person as another one; what cannot be taken back is asked about first. */
  readonly joinWith: (ids: readonly string[], on: string) => void;
  /** Makes extras of some, or of extras performers again. */
  readonly ignore: (ids: readonly string[]) => void;
  readonly saveName: (id: string, name: string) => void;
  readonly drop: (carried: Carried, target: Target) => void;
  /** What is asked about. */
  readonly asking: Joining | null;
  readonly answer: (yes: boolean) => Promise<void>;
}

/** Gives the board its acts. */
export function useBoardActs({ performers, order, characters, board, ...does }: OnBoard): BoardActs {
  const { rights, edits, joins, parts } = does;
  const [asking, ask] = useState<Joining | null>(null);
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
    const mixesRights = joining.from.some(({ id }) => rights?.holdsForOthers(id));
    if (canComeBack(joining) && !mixesRights) void merge(joining);
    else ask(joining);
  };
  const ignore = (ids: readonly string[]): void => {
    const meant = known(ids);
    const next = order.slice(order.indexOf(ids[0]) + 1).find((id) => !ids.includes(id));
    board.choose([]);
    if (next !== undefined) focusCard('data-card', next);
    void edits.ignore(meant, !meant.every(({ ignored }) => ignored));
  };
  const castAs = (character: string, performer: string): void => {
    const part = characters.find(({ id }) => id === character);
    const [actor] = known([performer]);
    if (part && actor) void parts.cast(part, actor);
  };
  const dropFaces = (ids: readonly string[], { kind, id }: Target): void => {
    if (kind === 'performer') joinWith(ids, id);
    else if (kind === 'character') castAs(id, ids[0]);
    else void edits.ignore(known(ids), true);
  };
  return {
    joinWith,
    ignore,
    saveName: (id, name) => known([id]).forEach((each) => void edits.rename(each, name)),
    drop: (carried, target) => {
      if (carried.kind === 'performers') dropFaces(carried.ids, target);
      else if (target.kind === 'performer') castAs(carried.id, target.id);
    },
    asking,
    answer: async (yes) => {
      ask(null);
      if (yes && asking !== null) await merge(asking);
    },
  };
}
