import type { ReactElement } from 'react';
import { PeoplePage } from '#components/studio/index.ts';
import { titled } from '../../../titled.ts';

/** What the browser's tab says. */
export const generateMetadata = titled((t) => t.shell.people);

/** Who is in the organisation. */
export default function Page(): ReactElement {
  return <PeoplePage />;
}
