'use client';

import type { ReactElement } from 'react';
import { Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Button, Panel, Table } from '#components/ui/index.ts';
import { useSuggestedNames, type SuggestedName } from '#lib/api/pronunciations.ts';
import { useMay } from '#lib/api/session.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import { HearButton, type Hearing } from './hearing.tsx';

interface SuggestionsProps {
  readonly title: string;
  readonly hearing: Hearing;
  readonly onAdd: (word: string) => void;
}

/** Where on the page they are. */
export const LIKELY_NAMES = 'likely-names';

/** Words of the scripts that are likely names; none are shown where there are none. */
export function Suggestions({ title, hearing, onAdd }: SuggestionsProps): ReactElement | null {
  const t = useTranslations('pronunciation');
  const common = useTranslations('common');
  const locale = useLocale();
  const mayAdd = useMay()('pronunciations:create');
  const { data = [] } = useSuggestedNames(title);
  if (data.length === 0) return null;
  return (
    <Panel title={<span id={LIKELY_NAMES}>{t('likelyNames')}</span>}>
      <p className="max-w-3xl px-3 py-2 text-dim">{t('likelyNamesText')}</p>
      <Table<SuggestedName>
        label={t('likelyNames')}
        rows={data}
        keyOf={({ word }) => word}
        columns={[
          { name: t('word'), className: 'max-w-48 font-semibold wrap-anywhere', show: ({ word }) => word },
          { name: t('count'), className: 'text-right tabular-nums', show: ({ occurrences }) => occurrences },
          {
            name: t('heardIn'),
            className: 'text-dim',
            show: ({ languages }) => languages.map((tag) => nameOfLanguage(tag, locale)).join(', '),
          },
          {
            name: t('example'),
            className: 'max-w-96 truncate text-dim',
            show: ({ example }) => <span title={example}>{example}</span>,
          },
          {
            name: t('acts'),
            className: 'text-right whitespace-nowrap',
            show: ({ word, languages: [language] }) => (
              <>
                <HearButton asked={{ word, language }} hearing={hearing} />
                <Button
                  kind="quiet"
                  icon={Plus}
                  aria-label={t('addWord', { word })}
                  disabled={!mayAdd}
                  title={mayAdd ? undefined : common('notAllowed')}
                  onClick={() => onAdd(word)}
                >
                  {t('addAct')}
                </Button>
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
