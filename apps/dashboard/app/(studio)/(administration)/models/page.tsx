import type { ReactElement } from 'react';
import { ModelsPage } from '#components/work/index.ts';
import { titled } from '../../../titled.ts';

/** What the browser's tab says. */
export const generateMetadata = titled((t) => t.shell.models);

/** What faces are seen with. */
export default function Page(): ReactElement {
  return <ModelsPage />;
}
