'use client';

import type { ReactElement, ReactNode } from 'react';
import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, Panel } from '#components/ui/index.ts';
import type { Character } from '#lib/api/cast.ts';
import type { Stem } from '#lib/api/stems.ts';
import type { Dub } from '#lib/api/titles.ts';
import { samePlace } from './brought.ts';
import { BroughtRow } from './broughtRow.tsx';
import type { BroughtDesk } from './useBrought.ts';

interface BroughtTrayProps {
  readonly dub: Dub;
  readonly desk: BroughtDesk;
  readonly characters: readonly Character[];
  readonly stems: readonly Stem[];
}

/** The files that were brought and are not used yet, with what they seem to be; nothing where there are none. */
export function BroughtTray({ dub, desk, characters, stems }: BroughtTrayProps): ReactNode {
  const t = useTranslations('dub');
  const { files } = desk;
  if (files.length === 0) return null;
  const open = files.filter(({ wanted, busy }) => !wanted && !busy);
  return (
    <Panel
      title={t('brought')}
      acts={
        open.length > 0 && (
          <Button kind="main" icon={Check} onClick={() => desk.use(open)}>
            {t('useAll', { count: open.length })}
          </Button>
        )
      }
    >
      <p className="px-3 pt-2 text-dim">{t('broughtHint')}</p>
      <ul>
        {files.map((file, at) => (
          <BroughtRow
            key={file.key}
            {...{ dub, desk, file, characters }}
            note={noteOf(file, files.slice(at + 1), stems, t)}
          />
        ))}
      </ul>
    </Panel>
  );
}

type Translate = ReturnType<typeof useTranslations<'dub'>>;

/** What happens to others when a file is used. */
function noteOf(
  file: BroughtDesk['files'][number],
  later: BroughtDesk['files'],
  stems: readonly Stem[],
  t: Translate,
): ReactElement | null {
  const rival = later.find((other) => samePlace(file, other));
  if (rival !== undefined && file.kind !== 'script' && file.kind !== 'original-script') {
    return <p className="text-warn">{t('onlyOneStays', { name: rival.name })}</p>;
  }
  const replaced = stems.find(({ kind, character }) => samePlace(file, { kind, character }));
  return replaced === undefined ? null : <p className="text-dim">{t('replaces', { name: replaced.name })}</p>;
}
