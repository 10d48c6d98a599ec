import type { ReactElement } from 'react';
import { VoiceAndScript } from '#components/dub/index.ts';
import { titled } from '../../../../../titled.ts';

export const generateMetadata = titled((t) => t.shell.voice);

/** Voice and script of a dub. */
export default async function DubPage({
  params,
}: {
  readonly params: Promise<{ readonly dub: string }>;
}): Promise<ReactElement> {
  return <VoiceAndScript dub={(await params).dub} />;
}
