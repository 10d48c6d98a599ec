'use client';

import type { ReactElement } from 'react';
import { VoiceAndScript } from '#components/dub/index.ts';
import { ReplacementPage } from '#components/replacement/index.ts';
import { useRightsDesk } from '#components/rights/index.ts';
import { Await } from '#components/ui/index.ts';
import { useDub } from '#lib/api/titles.ts';

interface VersionRoomProps {
  readonly title: string;
  readonly dub: string;
}

/** Where a version of a title begins: voice and script of a dub, faces and footage of a replacement. */
export function VersionRoom({ title, dub }: VersionRoomProps): ReactElement {
  return (
    <Await of={useDub(dub)}>
      {({ kind }) =>
        kind === 'dub' ? <VoiceAndScript dub={dub} /> : <Replacement title={title} dub={dub} />
      }
    </Await>
  );
}

function Replacement({ title, dub }: VersionRoomProps): ReactElement {
  const { desk, windows } = useRightsDesk(title);
  return (
    <>
      <ReplacementPage title={title} replacement={dub} rights={desk} />
      {windows}
    </>
  );
}
