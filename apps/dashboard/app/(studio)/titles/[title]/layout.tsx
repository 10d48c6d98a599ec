import type { ReactElement, ReactNode } from 'react';
import { TitleBar } from '#components/shell/index.ts';

/** The pages of one title. */
export default function TitleLayout({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <>
      <TitleBar />
      <div className="flex min-h-0 flex-1 flex-col overflow-auto">{children}</div>
    </>
  );
}
