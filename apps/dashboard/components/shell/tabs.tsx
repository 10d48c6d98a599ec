'use client';

import type { ReactElement, ReactNode } from 'react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classes } from '#components/ui/index.ts';

/** A page among its neighbours. */
export interface Tab {
  readonly href: string;
  readonly name: ReactNode;
  /** Whether pages below it count as it. */
  readonly deep?: boolean;
  /** Whether one is there although the address does not say so. */
  readonly here?: boolean;
}

/** Neighbouring pages as links in a row. */
export function Tabs({
  label,
  tabs,
}: {
  readonly label: string;
  readonly tabs: readonly Tab[];
}): ReactElement {
  const path = usePathname();
  return (
    <nav aria-label={label} className="flex h-full items-stretch">
      {tabs.map(({ href, name, deep, here }) => {
        const current = here || path === href || (deep === true && path.startsWith(`${href}/`));
        return (
          <Link
            key={href}
            href={href}
            aria-current={current ? 'page' : undefined}
            className={classes(
              'flex items-center gap-1.5 border-b-2 px-2.5 whitespace-nowrap',
              current ? 'border-accent text-text' : 'border-transparent text-dim hover:text-text',
            )}
          >
            {name}
          </Link>
        );
      })}
    </nav>
  );
}
