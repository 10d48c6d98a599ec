import type { ReactElement } from 'react';
import { WorkPage } from '#components/work/index.ts';
import { titled } from '../../../titled.ts';

/** What the browser's tab says. */
export const generateMetadata = titled((t) => t.shell.work);

/** Who works, on what, and what waits. */
export default function Page(): ReactElement {
  return <WorkPage />;
}
