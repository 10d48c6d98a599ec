import type { ReactElement } from 'react';
import { PronunciationPage } from '#components/pronunciation/index.ts';
import { titled } from '../../../../titled.ts';

export const generateMetadata = titled((t) => t.pronunciation.pronunciation);

/** How the names of a title are said. */
export default async function Pronunciation({
  params,
}: {
  readonly params: Promise<{ readonly title: string }>;
}): Promise<ReactElement> {
  return <PronunciationPage title={(await params).title} />;
}
