'use client';

import { useState, type ReactElement } from 'react';
import { AudioLines, FileUp, Plus, SearchX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import { Await, Button, Empty, Page, Panel, TextField } from '#components/ui/index.ts';
import { usePronunciations, useSuggestedNames, type Pronunciation } from '#lib/api/pronunciations.ts';
import { useMay } from '#lib/api/session.ts';
import { useDubs, useTitle } from '#lib/api/titles.ts';
import { heardLanguages } from './dubbedInto.ts';
import { EntryDialog, type Wanted } from './entryDialog.tsx';
import { EntryTable } from './entryTable.tsx';
import { useHearing } from './hearing.tsx';
import { ImportDialog } from './importDialog.tsx';
import { LIKELY_NAMES, Suggestions } from './suggestions.tsx';

/** Those whose word, sound or note has a text in it, whatever its capitals. */
const found = (entries: readonly Pronunciation[], text: string): Pronunciation[] =>
  entries.filter(({ word, said, note }) =>
    `${word}\n${said}\n${note ?? ''}`.toLowerCase().includes(text.trim().toLowerCase()),
  );

/** How the names of a title are said, in all its languages. */
export function PronunciationPage({ title }: { readonly title: string }): ReactElement {
  const t = useTranslations('pronunciation');
  const may = useMay();
  const entries = usePronunciations(title);
  const { data: about } = useTitle(title);
  const { data: dubs = [] } = useDubs(title);
  const languages = heardLanguages(about?.language, dubs, entries.data ?? []);
  const { data: suggested = [] } = useSuggestedNames(title);
  const hearing = useHearing(title);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [importing, setImporting] = useState(false);
  const [search, setSearch] = useState('');
  const mayAdd = may('pronunciations:create');
  const add = (): void => setWanted({ word: '' });
  useShortcuts(
    'pronunciation',
    t('pronunciation'),
    mayAdd
      ? [
          { keys: 'n', does: t('add'), run: add },
          { keys: 'i', does: t('import'), run: () => setImporting(true) },
        ]
      : [],
  );
  return (
    <Page
      title={t('pronunciation')}
      acts={<PageActs may={mayAdd} onImport={() => setImporting(true)} onAdd={add} />}
    >
      <p className="max-w-3xl text-dim">{t('text')}</p>
      {suggested.length > 0 && (
        <a
          href={`#${LIKELY_NAMES}`}
          className="inline-flex min-h-6 w-fit items-center text-accent hover:underline"
        >
          {t('likelyCount', { count: suggested.length })}
        </a>
      )}
      <Panel
        title={entries.data && t('entryCount', { count: entries.data.length })}
        acts={
          <div className="w-64">
            <TextField
              bare
              type="search"
              label={t('find')}
              placeholder={t('find')}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          </div>
        }
      >
        <Await of={entries}>
          {(all) =>
            all.length === 0 ? (
              <Empty icon={AudioLines} title={t('none')}>
                <p>{t('noneHint')}</p>
              </Empty>
            ) : found(all, search).length === 0 ? (
              <Empty icon={SearchX} title={t('notFound')} />
            ) : (
              <EntryTable
                title={title}
                entries={found(all, search)}
                language={languages[0] ?? 'en'}
                hearing={hearing}
                onEdit={(entry) => setWanted({ entry })}
              />
            )
          }
        </Await>
      </Panel>
      <Suggestions title={title} hearing={hearing} onAdd={(word) => setWanted({ word })} />
      <EntryDialog title={title} wanted={wanted} languages={languages} onClose={() => setWanted(null)} />
      <ImportDialog title={title} open={importing} onClose={() => setImporting(false)} />
    </Page>
  );
}

interface PageActsProps {
  readonly may: boolean;
  readonly onImport: () => void;
  readonly onAdd: () => void;
}

function PageActs({ may, onImport, onAdd }: PageActsProps): ReactElement {
  const t = useTranslations('pronunciation');
  const common = useTranslations('common');
  const why = may ? undefined : common('notAllowed');
  return (
    <>
      <Button icon={FileUp} disabled={!may} title={why} onClick={onImport}>
        {t('import')}
      </Button>
      <Button kind="main" icon={Plus} disabled={!may} title={why} onClick={onAdd}>
        {t('add')}
      </Button>
    </>
  );
}
