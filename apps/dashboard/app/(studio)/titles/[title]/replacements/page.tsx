import type { ReactElement } from 'react';
import { titled } from '../../../../titled.ts';
import { ReplacementsRoom } from './replacementsRoom.tsx';

export const generateMetadata = titled((t) => t.replacement.title);

/** The replacements of a title. */
export default async function ReplacementsListPage({
  params,
}: {
  readonly params: Promise<{ readonly title: string }>;
}): Promise<ReactElement> {
  return <ReplacementsRoom title={(await params).title} />;
}
