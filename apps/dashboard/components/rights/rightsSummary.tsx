import type { ReactElement } from 'react';
import { ShieldCheck, FileQuestionMark } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/index.ts';
import type { FaceUse } from './faceUses.ts';

interface RightsSummaryProps {
  readonly uses: readonly FaceUse[];
  readonly onChoose: (performers: readonly string[]) => void;
}

/** Says for each dub and replacement whose rights are missing; asked for, it has those performers chosen. */
export function RightsSummary({ uses, onChoose }: RightsSummaryProps): ReactElement | null {
  const t = useTranslations('rights');
  if (uses.length === 0) return null;
  return (
    <section aria-label={t('rights')} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-dim">
      <p>{t('calm')}</p>
      <ul className="flex flex-wrap gap-2">
        {uses.map(({ id, name, missing }) => {
          const whom = [...new Set(missing?.map(({ performer }) => performer))];
          return (
            <li key={id}>
              {missing === undefined ? (
                <span>{name} …</span>
              ) : whom.length === 0 ? (
                <span className="flex h-7 items-center gap-1 px-1">
                  <ShieldCheck size={14} aria-hidden className="text-good" />
                  {t('allThere', { language: name })}
                </span>
              ) : (
                <Button icon={FileQuestionMark} title={t('chooseMissing')} onClick={() => onChoose(whom)}>
                  {t('missingFor', { language: name, count: whom.length })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
