import type { ReactElement } from 'react';

/** All titles. */
export default function TitlesPage(): ReactElement {
  return <p className="p-4">TitlesPage</p>;
}
