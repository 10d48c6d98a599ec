import type { ReactElement } from 'react';
import { TokensPage } from '#components/studio/index.ts';
import { titled } from '../../../titled.ts';

/** What the browser's tab says. */
export const generateMetadata = titled((t) => t.shell.tokens);

/** What programs sign in with. */
export default function Page(): ReactElement {
  return <TokensPage />;
}
