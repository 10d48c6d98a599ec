import type { ReactElement } from 'react';
import { RunPage } from '#components/work/index.ts';
import { titled } from '../../../../titled.ts';

/** What the browser's tab says. */
export const generateMetadata = titled((t) => t.work.jobs);

/** All steps of something that the pipeline was asked for. */
export default async function Page({
  params,
}: {
  readonly params: Promise<{ readonly run: string }>;
}): Promise<ReactElement> {
  return <RunPage run={(await params).run} />;
}
