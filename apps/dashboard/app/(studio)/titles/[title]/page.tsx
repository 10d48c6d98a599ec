import type { ReactElement } from 'react';

/** The film of a title over time. */
export default function FilmPage(): ReactElement {
  return <p className="p-4">FilmPage</p>;
}
