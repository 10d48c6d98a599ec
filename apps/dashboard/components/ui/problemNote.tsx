'use client';

import type { ReactElement } from 'react';
import { Refusal } from '@mondwerk/film';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';

/** Says what went wrong in a headline of the person's language and in the server's sentence, which names the way out. */
export function useProblemText(): (error: unknown) => { readonly title: string; readonly sentence: string } {
  const t = useTranslations('problems');
  return (error) => {
    const code = error instanceof Refusal ? error.code : 'unknown';
    const known = t.has(code as 'unknown') ? (code as 'unknown') : 'unknown';
    return { title: t(known), sentence: error instanceof Error ? error.message : String(error) };
  };
}

interface ProblemNoteProps {
  readonly error: unknown;
  /** Offers another try. */
  readonly onRetry?: () => void;
}

/** Shows what went wrong and what to do about it. */
export function ProblemNote({ error, onRetry }: ProblemNoteProps): ReactElement {
  const t = useTranslations('common');
  const { title, sentence } = useProblemText()(error);
  return (
    <div role="alert" className="flex items-start gap-2 rounded-md border border-bad/60 bg-bad/10 p-3">
      <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-bad" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        <p className="wrap-anywhere text-dim">{sentence}</p>
      </div>
      {onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    </div>
  );
}
