import type { ReactElement } from 'react';
import { LineEditor } from '#components/lines/index.ts';
import { titled } from '../../../../../../titled.ts';

export const generateMetadata = titled((t) => t.shell.lines);

/** The lines of a dub. */
export default async function LinesPage({
  params,
}: {
  readonly params: Promise<{ readonly dub: string }>;
}): Promise<ReactElement> {
  return <LineEditor dub={(await params).dub} />;
}
