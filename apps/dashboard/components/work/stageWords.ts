import { useTranslations } from 'use-intl';
import type { Messages } from '#messages/catalogue.ts';

interface HowFar {
  readonly done: number;
  readonly total: number | null;
  readonly unit: string | null;
}

interface StageWords {
  /** What a stage does; its own name where nobody has found words for it. */
  readonly stage: (stage: string) => string;
  /** How far a job is; nothing where it counts nothing of which people think. */
  readonly howFar: (job: HowFar) => string;
}

/** Says what the pipeline does in the words of people. */
export function useStageWords(): StageWords {
  const t = useTranslations('work');
  const known = (key: string): key is keyof Messages['work'] => t.has(key as 'stage');
  const plain = (key: string, otherwise: string): string =>
    known(key) ? t(key as 'stage-probe') : otherwise;
  return {
    stage: (stage) => plain(`stage-${stage}`, stage),
    howFar({ done, total, unit }) {
      const counted = plain(`unit-${unit}`, '');
      if (counted === '') return '';
      return total === null
        ? t('soMany', { done, unit: counted })
        : t('soFar', { done, total, unit: counted });
    },
  };
}
