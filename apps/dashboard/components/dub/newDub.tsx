'use client';

import { useState, type ReactElement } from 'react';
import { useRouter } from 'next/navigation';
import { Film } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Await, Empty, LinkButton, Panel, ProblemNote } from '#components/ui/index.ts';
import { useChange } from '#lib/api/change.ts';
import { createDub } from '#lib/api/dubs.ts';
import { useMay } from '#lib/api/session.ts';
import { useDubs, useSourceInUse, useTitle, type Dub } from '#lib/api/titles.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import { LanguagePicker } from './languagePicker.tsx';

/** Adds a language to a title. */
export function NewDub({ title }: { readonly title: string }): ReactElement {
  const t = useTranslations('dub');
  const dubs = useDubs(title);
  const source = useSourceInUse(title);
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 p-4">
      <h2>{t('newTitle')}</h2>
      <Await of={source}>
        {(film) =>
          film === null ? (
            <Panel>
              <Empty icon={Film} title={t('filmFirst')}>
                <LinkButton href={`/titles/${title}`} kind="main">
                  {t('toFilm')}
                </LinkButton>
              </Empty>
            </Panel>
          ) : (
            <Await of={dubs}>{(there) => <Choice title={title} dubs={there} />}</Await>
          )
        }
      </Await>
    </div>
  );
}

function Choice({ title, dubs }: { readonly title: string; readonly dubs: readonly Dub[] }): ReactElement {
  const t = useTranslations('dub');
  const common = useTranslations('common');
  const locale = useLocale();
  const router = useRouter();
  const change = useChange('titles', 'dubs');
  const may = useMay()('dubs:create');
  const original = useTitle(title).data?.language ?? null;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const home = `/titles/${title}/dubs`;
  const create = async (tag: string): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const { id } = await change(createDub(title, tag));
      router.push(`${home}/${id}`);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <Panel title={t('whichLanguage')}>
        <div className="flex flex-col gap-3 p-3">
          {problem !== null && <ProblemNote error={problem} />}
          {!may && <p className="text-warn">{common('notAllowed')}</p>}
          <LanguagePicker
            taken={new Map(dubs.map(({ id, language }) => [language, `${home}/${id}`]))}
            original={original}
            busy={busy}
            disabled={!may}
            onPick={(tag) => void create(tag)}
          />
        </div>
      </Panel>
      <Panel title={t('languagesThere')}>
        <ul className="flex flex-col gap-2 p-3">
          {original !== null && (
            <li className="text-dim">{t('originalIs', { language: nameOfLanguage(original, locale) })}</li>
          )}
          {dubs.length === 0 && <li className="text-dim">{t('noLanguageYet')}</li>}
          {dubs.map(({ id, language }) => (
            <li key={id}>
              <LinkButton href={`${home}/${id}`} className="w-full justify-start">
                {nameOfLanguage(language, locale)}
              </LinkButton>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
