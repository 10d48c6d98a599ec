import type { ReactElement } from 'react';
import { PlanPage } from '#components/plan/index.ts';
import { titled } from '../../../../../../titled.ts';

export const generateMetadata = titled((t) => t.shell.plan);

interface Place {
  readonly params: Promise<{ readonly title: string; readonly dub: string }>;
}

/** What is rendered of a dub. */
export default async function DubPlanPage({ params }: Place): Promise<ReactElement> {
  return <PlanPage {...await params} />;
}
