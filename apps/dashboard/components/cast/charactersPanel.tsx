'use client';

import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Button, ConfirmDialog, TextField } from '#components/ui/index.ts';
import { useLinesOfCharacters, type Character, type Performer } from '#lib/api/cast.ts';
import { useMay } from '#lib/api/session.ts';
import { useDubs } from '#lib/api/titles.ts';
import { CharacterRow } from './characterRow.tsx';
import type { BeginCarrying, Drag } from './useCarrying.tsx';
import type { CharacterEdits } from './useCharacterEdits.ts';

interface CharactersPanelProps {
  readonly title: string;
  readonly characters: readonly Character[];
  readonly performers: readonly Performer[];
  readonly edits: CharacterEdits;
  readonly drag: Drag | null;
  readonly carry: BeginCarrying;
}

const NONE: readonly string[] = [];

/** The parts of a title with who plays them: those who speak most first. */
export function CharactersPanel(props: CharactersPanelProps): ReactElement {
  const { title, characters, performers, edits, drag, carry } = props;
  const t = useTranslations('cast');
  const words = useTranslations('common');
  const may = useMay();
  const { data: dubs } = useDubs(title);
  const { data: lines } = useLinesOfCharacters(title, dubs?.map(({ id }) => id) ?? NONE);
  const [leaving, leave] = useState<Character | null>(null);
  const linesOf = ({ id }: Character): number => lines?.get(id) ?? 0;
  const inOrder = characters.toSorted((a, b) => linesOf(b) - linesOf(a) || a.name.localeCompare(b.name));
  return (
    <section
      aria-labelledby="characters"
      className="flex w-72 shrink-0 flex-col border-l border-line bg-panel max-lg:w-full max-lg:border-t max-lg:border-l-0"
    >
      <div className="flex min-h-10 shrink-0 items-center justify-between border-b border-line px-3">
        <h2 id="characters">{t('characters')}</h2>
        <span className="text-dim">{characters.length}</span>
      </div>
      <div data-scrolls className="min-h-0 flex-1 overflow-auto">
        {characters.length === 0 && <p className="p-3 text-dim">{t('noCharacters')}</p>}
        <ul aria-label={t('characters')}>
          {inOrder.map((character) => (
            <CharacterRow
              key={character.id}
              {...{ character, performers, edits, carry }}
              lines={lines === undefined || lines.size === 0 ? null : linesOf(character)}
              over={drag?.over?.kind === 'character' && drag.over.id === character.id}
              onDelete={() => leave(character)}
            />
          ))}
        </ul>
      </div>
      {may('characters:create') && <AddCharacter onAdd={edits.add} />}
      <ConfirmDialog
        open={leaving !== null}
        onClose={() => leave(null)}
        title={t('deleteCharacter', { name: leaving?.name ?? '' })}
        act={words('delete')}
        onConfirm={async () => leaving && edits.remove(leaving)}
      >
        {t('deleteCharacterWhy')}
      </ConfirmDialog>
    </section>
  );
}

function AddCharacter({ onAdd }: { readonly onAdd: (name: string) => Promise<void> }): ReactElement {
  const t = useTranslations('cast');
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      await onAdd(name.trim());
      setName('');
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => void add(event)}
      className="flex shrink-0 items-start gap-2 border-t border-line p-2"
    >
      <div className="min-w-0 flex-1">
        <TextField
          bare
          label={t('newCharacter')}
          placeholder={t('newCharacter')}
          maxLength={200}
          autoComplete="off"
          value={name}
          problem={problem}
          onChange={(event) => {
            setName(event.target.value);
            setProblem(undefined);
          }}
        />
      </div>
      <Button type="submit" busy={busy} disabled={name.trim() === ''}>
        {t('add')}
      </Button>
    </form>
  );
}
