import type { ReactElement } from 'react';
import { titled } from '../../../../titled.ts';
import { CastRoom } from './castRoom.tsx';

export const generateMetadata = titled((t) => t.cast.cast);

/** Who is in a title. */
export default async function CastPage({
  params,
}: {
  readonly params: Promise<{ readonly title: string }>;
}): Promise<ReactElement> {
  return <CastRoom title={(await params).title} />;
}
