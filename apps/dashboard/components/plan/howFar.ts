import { useTranslations } from 'use-intl';

interface Counted {
  readonly done: number;
  readonly total: number | null;
  readonly unit: string | null;
}

/** Says how far a job is in what it counts; nothing where that is nothing of which people think. */
export function useHowFar(): (job: Counted) => string {
  const t = useTranslations('work');
  return ({ done, total, unit }) => {
    const name = `unit-${unit}` as 'unit-frames';
    if (!t.has(name)) return '';
    return total === null ? t('soMany', { done, unit: t(name) }) : t('soFar', { done, total, unit: t(name) });
  };
}
