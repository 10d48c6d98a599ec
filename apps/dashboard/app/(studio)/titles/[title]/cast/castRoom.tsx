'use client';

import type { ReactElement } from 'react';
import { CastDesk } from '#components/cast/index.ts';
import { useRightsDesk } from '#components/rights/index.ts';

/** Who is in a title, and the rights in their faces: two rooms that know nothing of each other. */
export function CastRoom({ title }: { readonly title: string }): ReactElement {
  const { desk, windows } = useRightsDesk(title);
  return (
    <>
      <CastDesk title={title} rights={desk} />
      {windows}
    </>
  );
}
