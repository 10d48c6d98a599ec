'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import type { Permission } from '#lib/api/session.ts';
import { byNoun } from '#lib/api/tokens.ts';
import { usePermissionWords, VERBS } from './permissionWords.ts';

interface ScopePickerProps {
  /** What can be chosen. */
  readonly permissions: readonly Permission[];
  readonly chosen: ReadonlySet<Permission>;
  readonly onChange: (chosen: ReadonlySet<Permission>) => void;
}

/** A choice of permissions, noun by noun. */
export function ScopePicker({ permissions, chosen, onChange }: ScopePickerProps): ReactElement {
  const t = useTranslations('studio');
  const words = usePermissionWords();
  const toggle = (permission: Permission, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(permission);
    else next.delete(permission);
    onChange(next);
  };
  return (
    <div
      className="max-h-72 overflow-y-auto rounded-md border border-line"
      tabIndex={0}
      role="region"
      aria-label={t('someScopes')}
    >
      <table className="w-full text-left">
        <thead className="sticky top-0 bg-panel text-dim">
          <tr>
            <th scope="col" className="px-2 py-1 font-medium">
              {t('subject')}
            </th>
            {VERBS.map((verb) => (
              <th key={verb} scope="col" className="px-2 py-1 text-center font-medium">
                {t(`verb-${verb}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...byNoun(permissions)].map(([noun, own]) => (
            <tr key={noun} className="border-t border-line/60 hover:bg-raised">
              <th scope="row" className="px-2 py-1 font-normal">
                {words.noun(noun)}
              </th>
              {VERBS.map((verb) => {
                const permission = own.find((each) => each === `${noun}:${verb}`);
                return (
                  <td key={verb} className="p-0 text-center">
                    {permission !== undefined && (
                      <label className="flex h-7 cursor-pointer items-center justify-center">
                        <span className="sr-only">{words.permission(permission)}</span>
                        <input
                          type="checkbox"
                          checked={chosen.has(permission)}
                          onChange={(event) => toggle(permission, event.currentTarget.checked)}
                          className="size-4 accent-accent"
                        />
                      </label>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
