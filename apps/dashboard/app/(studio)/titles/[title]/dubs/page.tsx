import type { ReactElement } from 'react';

/** A new language for a title. */
export default function NewDubPage(): ReactElement {
  return <p className="p-4">NewDubPage</p>;
}
