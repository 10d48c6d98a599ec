import type { ReactElement, ReactNode } from 'react';
import { TitleBar } from '#components/shell/index.ts';
import { TitleGuide } from '#components/titles/index.ts';

interface TitleLayoutProps {
  readonly params: Promise<{ readonly title: string }>;
  readonly children: ReactNode;
}

/** The pages of one title. */
export default async function TitleLayout({ params, children }: TitleLayoutProps): Promise<ReactElement> {
  const { title } = await params;
  return (
    <>
      <TitleBar />
      <TitleGuide title={title} />
      <div className="flex min-h-0 flex-1 flex-col overflow-auto">{children}</div>
    </>
  );
}
