'use client';

import type { ReactElement } from 'react';
import { ReplacementsPage } from '#components/replacement/index.ts';
import { useRightsDesk } from '#components/rights/index.ts';

/** Who is replaced in a title, and the rights in both faces: two rooms that know nothing of each other. */
export function ReplacementsRoom({ title }: { readonly title: string }): ReactElement {
  const { desk, windows } = useRightsDesk(title);
  return (
    <>
      <ReplacementsPage title={title} rights={desk} />
      {windows}
    </>
  );
}
