import type { ReactElement } from 'react';
import { FilmRoom } from '#components/film/index.ts';

/** The film of a title over time. */
export default async function FilmPage({
  params,
}: {
  readonly params: Promise<{ readonly title: string }>;
}): Promise<ReactElement> {
  return <FilmRoom title={(await params).title} />;
}
