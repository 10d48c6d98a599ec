import type { ReactElement } from 'react';
import { titled } from '../../../../../titled.ts';
import { VersionRoom } from './versionRoom.tsx';

export const generateMetadata = titled((t) => t.shell.voice);

interface Place {
  readonly params: Promise<{ readonly title: string; readonly dub: string }>;
}

/** Voice and script of a dub, faces and footage of a replacement. */
export default async function VersionPage({ params }: Place): Promise<ReactElement> {
  return <VersionRoom {...await params} />;
}
