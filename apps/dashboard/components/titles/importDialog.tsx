'use client';

import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Button, Dialog, ProblemNote, TextField } from '#components/ui/index.ts';
import { startImport } from '#lib/upload/index.ts';

interface ImportDialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks where on the server the film of a title lies, and has it copied. */
export function ImportDialog({ title, open, onClose }: ImportDialogProps): ReactElement {
  const t = useTranslations('newTitle');
  return (
    <Dialog open={open} onClose={onClose} title={t('importFilm')}>
      <ImportForm title={title} onDone={onClose} />
    </Dialog>
  );
}

function ImportForm({
  title,
  onDone,
}: {
  readonly title: string;
  readonly onDone: () => void;
}): ReactElement {
  const t = useTranslations();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const path = String(new FormData(event.currentTarget).get('path')).trim();
    setBusy(true);
    try {
      await startImport(title, path);
      onDone();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      <TextField
        name="path"
        label={t('newTitle.importPath')}
        hint={t('newTitle.importHint')}
        placeholder="/mnt/films/film.mov"
        required
        autoFocus
      />
      {problem !== null && <ProblemNote error={problem} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button type="submit" kind="main" busy={busy}>
          {t('newTitle.importAct')}
        </Button>
      </div>
    </form>
  );
}
