import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useToasts } from '#components/ui/index.ts';
import { changeCharacter, type Character, type CharacterChanges } from '#lib/api/cast.ts';
import { useChange } from '#lib/api/change.ts';
import { changeStem, type Stem } from '#lib/api/stems.ts';
import { acceptable, type Match } from './matches.ts';

/** Matches characters with performers and stems. */
export interface Matching {
  readonly busy: boolean;
  /** Says who plays a part, or that it is never seen; it can be undone. */
  readonly cast: (character: Character, changes: CharacterChanges) => Promise<void>;
  /** Says whose voice a stem is; it can be undone. */
  readonly give: (stem: Stem, character: string | null) => Promise<void>;
  /** Takes over everything that is suggested; it can be undone. */
  readonly accept: (matches: readonly Match[]) => Promise<void>;
}

/** Lets characters be matched with performers and stems, with a way back. */
export function useMatching(): Matching {
  const t = useTranslations('dub');
  const { say, fail } = useToasts();
  const changed = useChange('performers', 'dubs', 'plans');
  const [busy, setBusy] = useState(false);
  const doing = async (act: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    await act().catch(fail);
    setBusy(false);
  };
  const give = (stem: Stem, character: string | null): Promise<Stem> =>
    changed(changeStem(stem, { character }));
  return {
    busy,
    cast: (character, changes) =>
      doing(async () => {
        const now = await changed(changeCharacter(character, changes));
        const { performer, offScreen } = character;
        say({
          text: t('matched', { name: character.name }),
          undo: () => changed(changeCharacter(now, { performer, offScreen })).catch(fail),
        });
      }),
    give: (stem, character) =>
      doing(async () => {
        const now = await give(stem, character);
        say({ text: t('stemGiven', { name: stem.name }), undo: () => give(now, stem.character).catch(fail) });
      }),
    accept: (matches) =>
      doing(async () => {
        const { cast, stems } = acceptable(matches);
        const back: (() => Promise<unknown>)[] = [];
        try {
          for (const { character, performer } of cast) {
            const now = await changeCharacter(character, { performer });
            back.push(() => changeCharacter(now, { performer: null }));
          }
          for (const { character, stem } of stems) {
            const now = await changeStem(stem, { character: character.id });
            back.push(() => changeStem(now, { character: null }));
          }
        } finally {
          void changed(Promise.resolve());
          const undo = async (): Promise<void> => {
            for (const take of back) await take();
          };
          say({ text: t('accepted', { count: back.length }), undo: () => changed(undo()).catch(fail) });
        }
      }),
  };
}
