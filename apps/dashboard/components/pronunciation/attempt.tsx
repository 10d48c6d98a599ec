'use client';

import { useState, type ReactElement } from 'react';
import { Volume2 } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Button, ProblemNote, SelectField } from '#components/ui/index.ts';
import { usePreview, type Question } from '#lib/api/pronunciations.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import { useHearing } from './hearing.tsx';

interface AttemptProps {
  readonly title: string;
  readonly word: string;
  /** Empty while nobody has said how. */
  readonly said: string;
  /** In which it can be tried, BCP 47; English where there is none. */
  readonly languages: readonly string[];
}

/** Says what is in the form, before anybody keeps it: aloud, and in IPA. */
export function Attempt({ title, word, said, languages }: AttemptProps): ReactElement {
  const t = useTranslations('pronunciation');
  const locale = useLocale();
  const choices = languages.length === 0 ? ['en'] : languages;
  const [chosen, setChosen] = useState(choices[0]);
  const language = choices.includes(chosen) ? chosen : choices[0];
  const [asked, setAsked] = useState<Question | null>(null);
  const preview = usePreview(title, asked);
  const { hear } = useHearing(title);
  const attempt = (): void => {
    const question = { word, language, ...(said === '' ? {} : { said }) };
    setAsked(question);
    hear(question);
  };
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line bg-raised p-2">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <SelectField
            label={t('tryIn')}
            value={language}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {choices.map((tag) => (
              <option key={tag} value={tag}>
                {nameOfLanguage(tag, locale)}
              </option>
            ))}
          </SelectField>
        </div>
        <Button icon={Volume2} disabled={word === ''} onClick={attempt}>
          {t('tryIt')}
        </Button>
      </div>
      <div role="status" className="min-h-5">
        {asked !== null && preview.data !== undefined && (
          <p className="wrap-anywhere">
            <span className="text-dim">{asked.said === undefined ? t('readsAs') : t('soundsAs')}</span>{' '}
            <span className="font-mono">/{preview.data.ipa}/</span>
          </p>
        )}
      </div>
      {asked !== null && preview.error !== null && <ProblemNote error={preview.error} />}
    </div>
  );
}
