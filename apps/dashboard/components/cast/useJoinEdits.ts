'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useToasts } from '#components/ui/index.ts';
import {
  changeCharacter,
  charactersKey,
  mergePerformer,
  performersKey,
  readTracks,
  splitPerformer,
  type Character,
  type Performer,
  type SplitOff,
} from '#lib/api/cast.ts';
import { withMerged, type Joining } from './castChanges.ts';
import { useOptimistic } from './useOptimistic.ts';

/** Says who is the same person, and who is not; both can be undone. */
export interface JoinEdits {
  /** Joins performers with another one; tells whether it was done. */
  readonly merge: (joining: Joining) => Promise<boolean>;
  /** Gives tracks of a performer to somebody else; tells who that is, `undefined` when it was refused. */
  readonly split: (from: Performer, off: SplitOff, known?: Performer) => Promise<Performer | undefined>;
}

/** Somebody who was merged: the tracks and the parts that went along. */
interface Gone {
  readonly id: string;
  readonly tracks: string[];
  readonly parts: readonly string[];
}

/** Who is asked for rights follows from whose the faces are. */
const EVERYTHING = [['performers'], ['rights']] as const;

/** Whether a merge could be taken back: there are tracks to tell those who are merged from those who stay. */
export const canComeBack = ({ from, into }: Joining): boolean =>
  [...from, into].every(({ screen }) => screen.tracks > 0);

/** Lets the performers of a title be merged and split. */
export function useJoinEdits(title: string): JoinEdits {
  const t = useTranslations('cast');
  const queries = useQueryClient();
  const optimistic = useOptimistic();
  const { say } = useToasts();
  const key = performersKey(title);
  const same = (all: Performer[]): Performer[] => all;
  const edit = <Answer>(ask: () => Promise<Answer>, look = same): Promise<Answer | undefined> =>
    optimistic({ key, look, ask, refresh: EVERYTHING });

  const partsNow = (): readonly Character[] => queries.getQueryData<Character[]>(charactersKey(title)) ?? [];

  const mergeAll = async ({ from, into }: Joining): Promise<Gone[]> => {
    const gone: Gone[] = [];
    for (const { id } of from) {
      const tracks = (await readTracks(id)).map((track) => track.id);
      const parts = partsNow().flatMap((part) => (part.performer === id ? [part.id] : []));
      await mergePerformer(id, into.id);
      gone.unshift({ id, tracks, parts });
    }
    return gone;
  };

  const bringBack = async (into: string, gone: readonly Gone[]): Promise<void> => {
    for (const { id, tracks } of gone) await splitPerformer(into, { tracks, into: id });
    await queries.refetchQueries({ queryKey: charactersKey(title) });
    for (const { id, parts } of gone) {
      for (const part of partsNow().filter((each) => parts.includes(each.id) && each.performer === into)) {
        await changeCharacter(part, { performer: id });
      }
    }
  };

  return {
    merge: async (joining) => {
      const { from, into } = joining;
      const ids = new Set(from.map(({ id }) => id));
      const gone = await edit(
        () => mergeAll(joining),
        (all) => withMerged(all, ids, into.id),
      );
      if (gone === undefined) return false;
      const undo = (): unknown => edit(() => bringBack(into.id, gone));
      say({
        text: t('merged', { count: from.length, from: from[0].name, into: into.name }),
        ...(canComeBack(joining) ? { undo } : {}),
      });
      return true;
    },
    split: async (from, off, known) => {
      const other = await edit(() => splitPerformer(from.id, off));
      if (other === undefined) return undefined;
      const undo = (): unknown =>
        edit(() =>
          known === undefined
            ? mergePerformer(other.id, from.id)
            : splitPerformer(other.id, { tracks: off.tracks, into: from.id }),
        );
      const back = known === undefined || known.screen.tracks > 0;
      say({
        text: t('split', { count: off.tracks.length, from: from.name, name: other.name }),
        ...(back ? { undo } : {}),
      });
      return other;
    },
  };
}
