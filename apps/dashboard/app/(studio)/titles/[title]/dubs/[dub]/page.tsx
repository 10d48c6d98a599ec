import type { ReactElement } from 'react';

/** Voice and script of a dub. */
export default function DubPage(): ReactElement {
  return <p className="p-4">DubPage</p>;
}
