'use client';

import { useState, type ReactElement } from 'react';
import { AudioLines, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Await, Button, ConfirmDialog, Empty, Panel } from '#components/ui/index.ts';
import type { Character } from '#lib/api/cast.ts';
import { useChange } from '#lib/api/change.ts';
import { useMay } from '#lib/api/session.ts';
import { removeStem, useStems, type Stem } from '#lib/api/stems.ts';
import type { Dub } from '#lib/api/titles.ts';
import { pickFiles } from '#lib/upload/index.ts';
import type { Decision } from './brought.ts';
import { ENDINGS } from './broughtKinds.ts';
import { StemRow } from './stemRow.tsx';
import type { BroughtDesk } from './useBrought.ts';

interface StemsPanelProps {
  readonly dub: Dub;
  readonly desk: BroughtDesk;
  readonly characters: readonly Character[];
  /** How long the film is; `undefined` while that is not known. */
  readonly filmSeconds: number | undefined;
}

/** The voice of a dub: its audio files. */
export function StemsPanel({ dub, desk, characters, filmSeconds }: StemsPanelProps): ReactElement {
  const t = useTranslations('dub');
  const common = useTranslations('common');
  const stems = useStems(dub.id);
  const may = useMay()('stems:create');
  const changed = useChange('dubs', 'plans');
  const [removing, setRemoving] = useState<Stem | null>(null);
  const choose = async (decision?: Decision): Promise<void> => {
    const files = await pickFiles({ multiple: decision === undefined, endings: ENDINGS });
    await desk.bring(files, decision);
  };
  return (
    <Panel
      title={t('voice')}
      acts={
        <Button
          icon={Plus}
          disabled={!may}
          title={may ? undefined : common('notAllowed')}
          onClick={() => void choose()}
        >
          {t('addFiles')}
        </Button>
      }
    >
      <Await of={stems}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={AudioLines} title={t('noVoice')}>
              <p className="max-w-md">{t('noVoiceHint')}</p>
            </Empty>
          ) : (
            <>
              <ul>
                {all.map((stem) => (
                  <StemRow
                    key={stem.id}
                    {...{ stem, dub, characters, filmSeconds }}
                    unheard={stem.kind === 'mix' && all.some(({ kind }) => kind === 'dialogue')}
                    onReplace={() =>
                      void choose({ kind: stem.kind, character: stem.character, wanted: true })
                    }
                    onRemove={() => setRemoving(stem)}
                  />
                ))}
              </ul>
              {!all.some(({ kind }) => kind !== 'music-and-effects') && (
                <p className="p-3 text-warn">{t('onlyMusic')}</p>
              )}
            </>
          )
        }
      </Await>
      <ConfirmDialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('removeStem', { name: removing?.name ?? '' })}
        act={t('remove')}
        onConfirm={() => changed(removeStem(removing!.id))}
      >
        {t('removeStemWhat')}
      </ConfirmDialog>
    </Panel>
  );
}
