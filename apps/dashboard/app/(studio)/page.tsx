import type { ReactElement } from 'react';
import { TitlesPage } from '#components/titles/index.ts';

/** All titles. */
export default function FirstPage(): ReactElement {
  return <TitlesPage />;
}
