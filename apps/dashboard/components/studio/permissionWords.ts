import { useTranslations } from 'use-intl';

/** What somebody may do to a noun, in the order in which one thinks of it. */
export const VERBS = ['read', 'create', 'edit', 'delete'] as const;

interface PermissionWords {
  readonly noun: (noun: string) => string;
  readonly permission: (permission: string) => string;
}

/** Says what permissions are in the words of people; in their own where there are none. */
export function usePermissionWords(): PermissionWords {
  const t = useTranslations('studio');
  const plain = (key: string, otherwise: string): string =>
    t.has(key as 'noun-titles') ? t(key as 'noun-titles') : otherwise;
  const noun = (name: string): string => plain(`noun-${name}`, name);
  return {
    noun,
    permission(permission) {
      const [of, verb] = permission.split(':');
      return `${noun(of)}: ${plain(`verb-${verb}`, verb)}`;
    },
  };
}
