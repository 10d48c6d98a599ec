import type { ReactElement } from 'react';

/** Where takes are judged. */
export default function ReviewPage(): ReactElement {
  return <p className="p-4">ReviewPage</p>;
}
