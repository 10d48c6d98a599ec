'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useToasts } from '#components/ui/index.ts';
import { changePerformer, performersKey, type Performer, type PerformerChanges } from '#lib/api/cast.ts';
import { withAnswer, withChanges } from './castChanges.ts';
import { inTurns } from './inTurns.ts';
import { useOptimistic } from './useOptimistic.ts';

/** Changes what is said of performers by themselves; each change is shown at once and can be undone. */
export interface CastEdits {
  readonly rename: (performer: Performer, name: string) => Promise<void>;
  readonly ignore: (performers: readonly Performer[], ignored: boolean) => Promise<void>;
  /** Says how far a mouth moves in dubs, 1 as predicted. */
  readonly strengthen: (performer: Performer, strength: number) => Promise<void>;
}

/** How many performers are changed at a time. */
const AT_ONCE = 4;

/** Lets the performers of a title be renamed, ignored, and articulate more or less. */
export function useCastEdits(title: string): CastEdits {
  const t = useTranslations('cast');
  const queries = useQueryClient();
  const optimistic = useOptimistic();
  const { say } = useToasts();
  const key = performersKey(title);
  const now = (id: string): Performer | undefined =>
    queries.getQueryData<Performer[]>(key)?.find((each) => each.id === id);

  const change = (performers: readonly Performer[], changes: PerformerChanges): Promise<true | undefined> => {
    const ids = new Set(performers.map(({ id }) => id));
    return optimistic({
      key,
      look: (all: Performer[]) => withChanges(all, ids, changes),
      ask: async () => {
        await inTurns(performers, AT_ONCE, async (performer) => {
          const answer = await changePerformer(now(performer.id) ?? performer, changes);
          queries.setQueryData<Performer[]>(key, (all) => all && withAnswer(all, answer));
        });
        return true as const;
      },
      // Of extras nobody asks for rights.
      refresh: [
        key,
        ...(changes.ignored === undefined ? [] : [['rights']]),
        ...(changes.strength === undefined ? [] : [['plans']]),
      ],
    });
  };

  return {
    rename: async (performer, name) => {
      if (name === performer.name) return;
      if (await change([performer], { name })) {
        say({
          text: t('renamed', { before: performer.name, name }),
          undo: () => change([performer], { name: performer.name }),
        });
      }
    },
    strengthen: async (performer, strength) => {
      if (strength === performer.strength || !(await change([performer], { strength }))) return;
      say({
        text: t('strengthened', { name: performer.name, percent: Math.round(100 * strength) }),
        undo: () => change([performer], { strength: performer.strength }),
      });
    },
    ignore: async (performers, ignored) => {
      const changed = performers.filter((each) => each.ignored !== ignored);
      if (changed.length === 0 || !(await change(changed, { ignored }))) return;
      say({
        text: t(ignored ? 'nowIgnored' : 'nowCounted', { count: changed.length, name: changed[0].name }),
        undo: () => change(changed, { ignored: !ignored }),
      });
    },
  };
}
