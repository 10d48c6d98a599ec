import type { ReactElement } from 'react';
import { TitlesPage } from '#components/titles/index.ts';
import { titled } from '../titled.ts';

export const generateMetadata = titled((t) => t.shell.titles);

/** All titles. */
export default function FirstPage(): ReactElement {
  return <TitlesPage />;
}
