import type { ReactElement } from 'react';

/** Who is in a title. */
export default function CastPage(): ReactElement {
  return <p className="p-4">CastPage</p>;
}
