'use client';

import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Button, Dialog, ProblemNote, TextField } from '#components/ui/index.ts';
import { useChange } from '#lib/api/change.ts';
import { changeTitle, type TitleAtAGlance } from '#lib/api/overview.ts';
import { LanguageField } from './languageField.tsx';

interface EditTitleProps {
  readonly title: TitleAtAGlance;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Changes the name and the language of a title. */
export function EditTitleDialog({ title, open, onClose }: EditTitleProps): ReactElement {
  const t = useTranslations('titles');
  return (
    <Dialog open={open} onClose={onClose} title={t('editTitle')}>
      <EditForm title={title} onClose={onClose} />
    </Dialog>
  );
}

function EditForm({ title, onClose }: Omit<EditTitleProps, 'open'>): ReactElement {
  const t = useTranslations();
  const change = useChange('titles');
  const [name, setName] = useState(title.name);
  const [language, setLanguage] = useState(title.language ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      await change(changeTitle(title, { name, language: language === '' ? null : language }));
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('newTitle.nameOfFilm')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={200}
        required
        autoFocus
      />
      <LanguageField value={language} onChange={setLanguage} />
      {problem !== null && <ProblemNote error={problem} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" kind="main" busy={busy}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
