'use client';

import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Button, Dialog, ProblemNote, TextField } from '#components/ui/index.ts';
import { usePronunciationActs, type Pronunciation } from '#lib/api/pronunciations.ts';
import { Attempt } from './attempt.tsx';
import { LanguageChoice } from './languageChoice.tsx';
import { SaidFields } from './saidFields.tsx';
import { partsOf, saidOf } from './saidForm.ts';

/** What is written down: something that is there already, or a word of which nobody has said anything. */
export type Wanted = { readonly entry: Pronunciation } | { readonly word: string };

interface EntryDialogProps {
  readonly title: string;
  /** `null`: closed. */
  readonly wanted: Wanted | null;
  /** The languages in which the title is heard, BCP 47. */
  readonly languages: readonly string[];
  readonly onClose: () => void;
}

/** Asks how a word is said. */
export function EntryDialog({ wanted, onClose, ...rest }: EntryDialogProps): ReactElement {
  const t = useTranslations('pronunciation');
  return (
    <Dialog
      open={wanted !== null}
      onClose={onClose}
      title={wanted !== null && 'entry' in wanted ? t('change', { word: wanted.entry.word }) : t('add')}
    >
      {wanted !== null && <EntryForm {...rest} wanted={wanted} onClose={onClose} />}
    </Dialog>
  );
}

function EntryForm({
  title,
  wanted,
  languages,
  onClose,
}: EntryDialogProps & { readonly wanted: Wanted }): ReactElement {
  const t = useTranslations();
  const before = 'entry' in wanted ? wanted.entry : null;
  const { add, change } = usePronunciationActs(title);
  const [word, setWord] = useState(before?.word ?? ('word' in wanted ? wanted.word : ''));
  const [parts, setParts] = useState(partsOf(before?.said ?? ''));
  const [language, setLanguage] = useState(before?.language ?? '');
  const [note, setNote] = useState(before?.note ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const said = saidOf(parts);
  const ready = word.trim() !== '' && said !== '';
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const entry = { word, said, language: language || null, note: note.trim() || null };
    try {
      await (before === null ? add(entry) : change(before, entry));
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => void save(event)}>
      <TextField
        label={t('pronunciation.word')}
        hint={t('pronunciation.wordHint')}
        value={word}
        maxLength={100}
        required
        autoFocus={word === ''}
        onChange={(event) => setWord(event.currentTarget.value)}
      />
      <SaidFields parts={parts} onChange={setParts} focused={word !== ''} />
      <LanguageChoice
        label={t('pronunciation.onlyIn')}
        hint={t('pronunciation.onlyInHint')}
        empty={t('pronunciation.everyLanguage')}
        first={languages}
        value={language}
        onChange={setLanguage}
      />
      <TextField
        label={`${t('pronunciation.note')} (${t('common.optional')})`}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Attempt title={title} word={word.trim()} said={said} languages={language ? [language] : languages} />
      {problem !== null && <ProblemNote error={problem} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" kind="main" busy={busy} disabled={!ready}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
