import type { ReactElement, ReactNode } from 'react';
import { AdministrationFrame } from '#components/studio/index.ts';

/** The pages from which the studio is looked after. */
export default function AdministrationLayout({ children }: { readonly children: ReactNode }): ReactElement {
  return <AdministrationFrame>{children}</AdministrationFrame>;
}
