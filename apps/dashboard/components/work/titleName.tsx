'use client';

import type { ReactElement } from 'react';
import Link from 'next/link';
import { useLocale } from 'use-intl';
import { useDub, useTitle } from '#lib/api/titles.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';

interface TitleNameProps {
  readonly title: string;
  readonly dub?: string | null;
}

/** The name of a title, and the language of its dub, as links to them. */
export function TitleName({ title, dub = null }: TitleNameProps): ReactElement {
  const { data } = useTitle(title);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Link
        href={`/titles/${title}`}
        className="truncate leading-6 underline-offset-2 hover:underline"
        title={data?.name}
      >
        {data?.name ?? '…'}
      </Link>
      {dub !== null && <DubLanguage title={title} dub={dub} />}
    </span>
  );
}

function DubLanguage({ title, dub }: { readonly title: string; readonly dub: string }): ReactElement {
  const locale = useLocale();
  const { data } = useDub(dub);
  return (
    <Link
      href={`/titles/${title}/dubs/${dub}/plan`}
      className="shrink-0 leading-6 text-dim underline-offset-2 hover:underline"
    >
      {data === undefined ? '…' : nameOfLanguage(data.language, locale)}
    </Link>
  );
}
