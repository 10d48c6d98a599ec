'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useToasts } from '#components/ui/index.ts';
import {
  changeCharacter,
  charactersKey,
  createCharacter,
  deleteCharacter,
  type Character,
  type CharacterChanges,
  type Performer,
} from '#lib/api/cast.ts';
import { useOptimistic } from './useOptimistic.ts';

/** Changes the characters of a title; what is changed is shown at once and can be undone. */
export interface CharacterEdits {
  readonly cast: (character: Character, performer: Performer | null) => Promise<void>;
  readonly change: (character: Character, changes: CharacterChanges) => Promise<void>;
  /** @throws ApiProblem `conflict` for a name that is taken. */
  readonly add: (name: string) => Promise<void>;
  readonly remove: (character: Character) => Promise<void>;
}

/** Lets the characters of a title be cast, renamed, added and deleted. */
export function useCharacterEdits(title: string): CharacterEdits {
  const t = useTranslations('cast');
  const queries = useQueryClient();
  const optimistic = useOptimistic();
  const { say } = useToasts();
  const key = charactersKey(title);
  const put = (answer: Character): void =>
    void queries.setQueryData<Character[]>(key, (all) =>
      all?.map((each) => (each.id === answer.id ? answer : each)),
    );
  const now = ({ id }: Character): Character | undefined =>
    queries.getQueryData<Character[]>(key)?.find((each) => each.id === id);

  const edit = (character: Character, changes: CharacterChanges): Promise<Character | undefined> =>
    optimistic({
      key,
      look: (all: Character[]) =>
        all.map((each) => (each.id === character.id ? { ...each, ...changes } : each)),
      ask: async () => {
        const answer = await changeCharacter(now(character) ?? character, changes);
        put(answer);
        return answer;
      },
    });

  return {
    cast: async (character, performer) => {
      const before = character.performer;
      if (before === (performer?.id ?? null)) return;
      if (!(await edit(character, { performer: performer?.id ?? null }))) return;
      const names = { character: character.name, performer: performer?.name ?? '' };
      say({
        text: performer === null ? t('uncast', names) : t('castAs', names),
        undo: () => edit(character, { performer: before }),
      });
    },
    change: async (character, changes) => {
      await edit(character, changes);
    },
    add: async (name) => {
      const made = await createCharacter(title, name);
      queries.setQueryData<Character[]>(key, (all) => all && [...all, made]);
    },
    remove: async ({ id }) => {
      await deleteCharacter(id);
      queries.setQueryData<Character[]>(key, (all) => all?.filter((each) => each.id !== id));
      // Its lines are nobody's now.
      void queries.invalidateQueries({ queryKey: ['dubs'] });
      void queries.invalidateQueries({ queryKey: ['scripts'] });
    },
  };
}
