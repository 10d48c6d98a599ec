import { useTranslations } from 'use-intl';

/** Says what kind of thing happened in the words of people; in its own where there are none. */
export function useKindWords(): (kind: string) => string {
  const t = useTranslations('studio');
  return (kind) => {
    const key = `kind-${kind.replaceAll('.', '-')}` as 'kind-test';
    return t.has(key) ? t(key) : kind;
  };
}
