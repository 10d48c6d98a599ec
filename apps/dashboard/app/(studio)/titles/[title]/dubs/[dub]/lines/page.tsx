import type { ReactElement } from 'react';

/** The lines of a dub. */
export default function LinesPage(): ReactElement {
  return <p className="p-4">LinesPage</p>;
}
