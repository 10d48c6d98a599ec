'use client';

import { useState, type ReactElement } from 'react';
import { Pencil, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Badge, IconButton, ShowMore, Table, useToasts } from '#components/ui/index.ts';
import { usePronunciationActs, type Pronunciation } from '#lib/api/pronunciations.ts';
import { useMay } from '#lib/api/session.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import { HearButton, type Hearing } from './hearing.tsx';
import { partsOf } from './saidForm.ts';

interface EntryTableProps {
  readonly title: string;
  readonly entries: readonly Pronunciation[];
  /** In which language it is heard what counts for all, BCP 47. */
  readonly language: string;
  readonly hearing: Hearing;
  readonly onEdit: (entry: Pronunciation) => void;
}

/** So many rows are there at once; more have to be asked for. */
const PAGE = 100;

/** How names are said, a row each. */
export function EntryTable({ title, entries, language, hearing, onEdit }: EntryTableProps): ReactElement {
  const t = useTranslations('pronunciation');
  const locale = useLocale();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <Table
        label={t('pronunciation')}
        rows={entries.slice(0, shown)}
        keyOf={({ id }) => id}
        columns={[
          { name: t('word'), className: 'max-w-56 font-semibold wrap-anywhere', show: ({ word }) => word },
          { name: t('said'), className: 'max-w-72', show: ({ said }) => <Said said={said} /> },
          {
            name: t('in'),
            className: 'text-dim',
            show: (entry) =>
              entry.language === null ? t('everyLanguage') : nameOfLanguage(entry.language, locale),
          },
          {
            name: t('note'),
            className: 'max-w-56 truncate text-dim',
            show: ({ note }) => <span title={note ?? undefined}>{note}</span>,
          },
          {
            name: t('acts'),
            className: 'text-right whitespace-nowrap',
            show: (entry) => (
              <>
                <HearButton
                  asked={{ word: entry.word, said: entry.said, language: entry.language ?? language }}
                  hearing={hearing}
                />
                <EntryActs title={title} entry={entry} onEdit={() => onEdit(entry)} />
              </>
            ),
          },
        ]}
      />
      <ShowMore
        of={{ more: shown < entries.length ? () => setShown(shown + PAGE) : null, loadingMore: false }}
      />
    </>
  );
}

function Said({ said }: { readonly said: string }): ReactElement {
  const t = useTranslations('pronunciation');
  const locale = useLocale();
  const { way, text, language } = partsOf(said);
  if (way === 'ipa') return <span className="font-mono wrap-anywhere">/{text}/</span>;
  return (
    <span className="flex items-center gap-2 wrap-anywhere">
      {text !== '' && <span>{text}</span>}
      {way === 'language' && <Badge>{t('asIn', { language: nameOfLanguage(language, locale) })}</Badge>}
    </span>
  );
}

interface EntryActsProps {
  readonly title: string;
  readonly entry: Pronunciation;
  readonly onEdit: () => void;
}

function EntryActs({ title, entry, onEdit }: EntryActsProps): ReactElement {
  const t = useTranslations('pronunciation');
  const common = useTranslations('common');
  const toasts = useToasts();
  const may = useMay();
  const { add, remove } = usePronunciationActs(title);
  const { word, said, language, note } = entry;
  const drop = async (): Promise<void> => {
    try {
      await remove(entry);
      const undo = (): Promise<unknown> => add({ word, said, language, note }).catch(toasts.fail);
      toasts.say({ text: t('deleted', { word }), undo });
    } catch (error) {
      toasts.fail(error);
    }
  };
  const [mayEdit, mayDelete] = [may('pronunciations:edit'), may('pronunciations:delete')];
  const change = t('change', { word });
  const remover = t('remove', { word });
  return (
    <>
      <IconButton
        icon={Pencil}
        label={change}
        title={mayEdit ? change : common('notAllowed')}
        disabled={!mayEdit}
        onClick={onEdit}
      />
      <IconButton
        icon={Trash2}
        label={remover}
        title={mayDelete ? remover : common('notAllowed')}
        disabled={!mayDelete}
        onClick={() => void drop()}
      />
    </>
  );
}
