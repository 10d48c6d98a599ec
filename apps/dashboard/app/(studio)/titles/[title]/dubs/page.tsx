import type { ReactElement } from 'react';
import { NewDub } from '#components/dub/index.ts';
import { titled } from '../../../../titled.ts';

export const generateMetadata = titled((t) => t.dub.newTitle);

/** A new language for a title. */
export default async function NewDubPage({
  params,
}: {
  readonly params: Promise<{ readonly title: string }>;
}): Promise<ReactElement> {
  return <NewDub title={(await params).title} />;
}
