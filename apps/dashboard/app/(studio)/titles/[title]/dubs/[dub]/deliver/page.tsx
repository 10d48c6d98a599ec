import type { ReactElement } from 'react';

/** Packages of a dub. */
export default function DeliverPage(): ReactElement {
  return <p className="p-4">DeliverPage</p>;
}
