import type { ReactElement } from 'react';
import { DeliverPage } from '#components/deliver/index.ts';
import { titled } from '../../../../../../titled.ts';

export const generateMetadata = titled((t) => t.deliver.title);

interface Place {
  readonly params: Promise<{ readonly title: string; readonly dub: string }>;
}

/** Packages of a dub. */
export default async function DubDeliverPage({ params }: Place): Promise<ReactElement> {
  return <DeliverPage {...await params} />;
}
