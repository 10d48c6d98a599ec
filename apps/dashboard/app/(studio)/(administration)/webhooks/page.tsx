import type { ReactElement } from 'react';
import { WebhooksPage } from '#components/studio/index.ts';
import { titled } from '../../../titled.ts';

/** What the browser's tab says. */
export const generateMetadata = titled((t) => t.shell.webhooks);

/** Who is told what happens. */
export default function Page(): ReactElement {
  return <WebhooksPage />;
}
