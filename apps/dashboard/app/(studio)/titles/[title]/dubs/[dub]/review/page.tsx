import type { ReactElement } from 'react';
import { ReviewRoom } from '#components/review/index.ts';
import { titled } from '../../../../../../titled.ts';

export const generateMetadata = titled((t) => t.shell.review);

/** Where takes are judged. */
export default async function ReviewPage({
  params,
}: {
  readonly params: Promise<{ readonly title: string; readonly dub: string }>;
}): Promise<ReactElement> {
  const { title, dub } = await params;
  return <ReviewRoom title={title} dub={dub} />;
}
