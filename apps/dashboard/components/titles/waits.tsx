'use client';

import type { ReactElement } from 'react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { Waiting } from '#lib/api/overview.ts';
import { placeOfWait } from '#lib/api/waitPlaces.ts';

interface WaitsProps {
  readonly waits: readonly Waiting[];
  readonly title: string;
  readonly dub?: string;
}

/** What waits for whom; what people have to do leads to where they do it. */
export function Waits({ waits, title, dub }: WaitsProps): ReactElement {
  const t = useTranslations('waits');
  return (
    <ul className="flex min-w-0 flex-wrap items-center gap-x-4">
      {[...Map.groupBy(waits, (wait) => wait.for)].map(([who, theirs]) => (
        <li key={who} className="flex min-w-0 flex-wrap items-center gap-x-2">
          <span className="text-faint">{t(who)}</span>
          {theirs.map(({ code, count }) =>
            who === 'workers' ? (
              <span key={code} className="text-dim">
                {t(code, { count: count ?? 0 })}
              </span>
            ) : (
              <Link
                key={code}
                href={placeOfWait(code, title, dub)}
                className="relative z-10 py-0.5 text-accent hover:underline"
              >
                {t(code, { count: count ?? 0 })}
              </Link>
            ),
          )}
        </li>
      ))}
    </ul>
  );
}
