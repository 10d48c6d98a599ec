import type { ReactElement } from 'react';
import { AuditPage } from '#components/studio/index.ts';
import { titled } from '../../../titled.ts';

/** What the browser's tab says. */
export const generateMetadata = titled((t) => t.shell.audit);

/** Who did what. */
export default function Page(): ReactElement {
  return <AuditPage />;
}
