'use client';

import { useState, type ReactElement } from 'react';
import { Archive, ArchiveRestore, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog, IconButton, Menu, useToasts } from '#components/ui/index.ts';
import { useChange } from '#lib/api/change.ts';
import { changeTitle, deleteTitle, type TitleAtAGlance } from '#lib/api/overview.ts';
import { useMay } from '#lib/api/session.ts';
import type { Title } from '#lib/api/titles.ts';
import { cancelUploadsOf } from '#lib/upload/index.ts';
import { EditTitleDialog } from './editTitleDialog.tsx';

/** What can be done with a title besides working on it: name and language, the archive, deleting it. */
export function TitleMenu({ title }: { readonly title: TitleAtAGlance }): ReactElement | null {
  const t = useTranslations('titles');
  const may = useMay();
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const archive = useArchive();
  const change = useChange('titles');
  const { say } = useToasts();
  const { id, name, archivedAt } = title;
  if (!may('titles:edit')) return null;
  const isArchived = archivedAt !== null;
  const remove = async (): Promise<void> => {
    await cancelUploadsOf(id);
    await change(deleteTitle(id));
    say({ text: t('wasDeleted', { name }) });
  };
  return (
    <div className="relative z-10">
      <Menu
        items={[
          { label: t('editTitle'), icon: Pencil, onSelect: () => setOpen('edit') },
          {
            label: t(isArchived ? 'unarchive' : 'archive'),
            icon: isArchived ? ArchiveRestore : Archive,
            onSelect: () => void archive(title, !isArchived),
          },
          ...(may('titles:delete')
            ? [{ label: t('deleteAct'), icon: Trash2, danger: true, onSelect: () => setOpen('delete') }]
            : []),
        ]}
      >
        <IconButton icon={Ellipsis} label={t('actsOf', { name })} />
      </Menu>
      <EditTitleDialog title={title} open={open === 'edit'} onClose={() => setOpen(null)} />
      <ConfirmDialog
        open={open === 'delete'}
        onClose={() => setOpen(null)}
        title={t('deleteTitle', { name })}
        act={t('deleteAct')}
        onConfirm={remove}
      >
        {t('deleteWhy')}
      </ConfirmDialog>
    </div>
  );
}

type Archiving = (title: Pick<Title, 'id' | 'name' | 'version'>, archived: boolean) => Promise<void>;

/** Puts a title into the archive or takes it out; either can be undone. */
function useArchive(): Archiving {
  const t = useTranslations('titles');
  const { say, fail } = useToasts();
  const change = useChange('titles');
  const archive: Archiving = async (title, archived) => {
    try {
      const after = await change(changeTitle(title, { archived }));
      const text = t(archived ? 'wasArchived' : 'wasUnarchived', { name: title.name });
      say({ text, undo: () => archive(after, !archived) });
    } catch (error) {
      fail(error);
    }
  };
  return archive;
}
