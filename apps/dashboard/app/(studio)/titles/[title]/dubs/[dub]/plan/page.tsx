import type { ReactElement } from 'react';

/** What is rendered of a dub. */
export default function PlanPage(): ReactElement {
  return <p className="p-4">PlanPage</p>;
}
