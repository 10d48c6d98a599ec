import { useCallback } from 'react';
import { useTranslations } from 'use-intl';

/** Why a mouth stays as it was, as plans tell it, and what that is called here. */
const REASONS = {
  'too small': 'passed-small',
  'turned away': 'passed-turned',
  blurred: 'passed-blurred',
  hidden: 'passed-hidden',
  'not seen': 'passed-lost',
  'left as asked': 'passed-left',
  'fits already': 'passed-fits',
} as const;

const isReason = (text: string): text is keyof typeof REASONS => Object.hasOwn(REASONS, text);

/** How to say why a mouth stays as it was; what is not known is said as it is. */
export function usePassedWords(): (reason: string) => string {
  const t = useTranslations('lines');
  return useCallback((reason) => (isReason(reason) ? t(REASONS[reason]) : reason), [t]);
}
