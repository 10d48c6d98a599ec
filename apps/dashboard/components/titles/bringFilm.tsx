'use client';

import { useState, type ReactElement } from 'react';
import { FileVideo, FolderInput } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, useToasts } from '#components/ui/index.ts';
import { useMay } from '#lib/api/session.ts';
import { pickFiles, startUpload } from '#lib/upload/index.ts';
import { ImportDialog } from './importDialog.tsx';

/** Brings the film of a title that has none, for those who may; the others see whom it waits for. */
export function BringFilm({ title }: { readonly title: string }): ReactElement {
  const t = useTranslations();
  const may = useMay()('sources:create');
  const { fail } = useToasts();
  const [importing, setImporting] = useState(false);
  const choose = async (): Promise<void> => {
    const [film] = await pickFiles();
    if (film !== undefined) await startUpload({ ...film, title, purpose: 'source' });
  };
  if (!may) {
    return (
      <p className="min-h-6">
        <span className="text-faint">{t('waits.producer')}</span> {t('waits.upload-film', { count: 0 })}
      </p>
    );
  }
  return (
    <div className="relative z-10 flex flex-wrap gap-2">
      <Button icon={FileVideo} onClick={() => void choose().catch(fail)}>
        {t('newTitle.chooseFilm')}
      </Button>
      <Button icon={FolderInput} kind="quiet" onClick={() => setImporting(true)}>
        {t('newTitle.importFilm')}
      </Button>
      <ImportDialog title={title} open={importing} onClose={() => setImporting(false)} />
    </div>
  );
}
