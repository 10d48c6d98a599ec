import type { ReactElement, ReactNode } from 'react';
import { StudioFrame } from '#components/shell/index.ts';

/** Every page of somebody who is signed in. */
export default function StudioLayout({ children }: { readonly children: ReactNode }): ReactElement {
  return <StudioFrame>{children}</StudioFrame>;
}
