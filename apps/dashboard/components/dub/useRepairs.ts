import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useToasts } from '#components/ui/index.ts';
import { changeCharacter, createCharacter, type Character, type Performer } from '#lib/api/cast.ts';
import { useChange } from '#lib/api/change.ts';
import { useLineActs, type Line, type LineChanges } from '#lib/api/lines.ts';
import type { Dub } from '#lib/api/titles.ts';

/** What is done about lines that a check found fault with. */
export interface Repairs {
  /** The lines that were repaired on this page, by id: the next check will tell. */
  readonly touched: ReadonlySet<string>;
  /** Changes a line; it can be undone. Returns whether it was done. */
  readonly change: (line: Line, changes: LineChanges) => Promise<boolean>;
  /** Says of several lines that nobody is seen saying them; it can be undone. */
  readonly offScreen: (lines: readonly Line[]) => Promise<void>;
  /** Says by whose mouth a line is said: their character's line, or their character is cast. */
  readonly saidBy: (line: Line, performer: Performer) => Promise<void>;
}

/** Lets lines be put right with a click, each with a way back. */
export function useRepairs(
  { id: dub, title }: Dub,
  script: string | undefined,
  characters: readonly Character[],
): Repairs {
  const t = useTranslations('dub');
  const { say, fail } = useToasts();
  const { change, changeMany } = useLineActs(script, dub);
  const changed = useChange('performers', 'plans');
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const touch = (lines: readonly Line[]): void =>
    setTouched((before) => new Set([...before, ...lines.map(({ id }) => id)]));

  const edit = async (line: Line, changes: LineChanges): Promise<boolean> => {
    try {
      const now = await change(line, changes);
      touch([line]);
      say({
        text: t('changedLine', { number: line.index + 1 }),
        undo: () => change(now, before(line, changes)).catch(fail),
      });
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  };

  const cast = async (character: Character, { id, name }: Performer): Promise<void> => {
    const now = await changed(changeCharacter(character, { performer: id }));
    say({
      text: t('castAs', { character: character.name, performer: name }),
      undo: () => changed(changeCharacter(now, { performer: character.performer })).catch(fail),
    });
  };

  return {
    touched,
    change: edit,
    offScreen: async (lines) => {
      try {
        await changeMany(lines, { offScreen: true });
        touch(lines);
        say({
          text: t('madeOffScreen', { count: lines.length }),
          undo: () => changeMany(lines, { offScreen: false }).catch(fail),
        });
      } catch (error) {
        fail(error);
      }
    },
    saidBy: async (line, performer) => {
      try {
        const own = characters.find(({ id }) => id === line.character);
        if (own !== undefined && own.performer === null) {
          await cast(own, performer);
          return touch([line]);
        }
        const theirs = characters.find((each) => each.performer === performer.id);
        const character = theirs ?? (await changed(makeFor(title, performer)));
        await edit(line, { character: character.id });
      } catch (error) {
        fail(error);
      }
    },
  };
}

async function makeFor(title: string, { id, name }: Performer): Promise<Character> {
  return changeCharacter(await createCharacter(title, name), { performer: id });
}

/** What takes changes back. */
function before(
  { text, start, end, character, offScreen, settings }: Line,
  changes: LineChanges,
): LineChanges {
  const times = start === null || end === null ? null : { start, end };
  const all = { text, times, character, offScreen, settings };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in changes));
}
