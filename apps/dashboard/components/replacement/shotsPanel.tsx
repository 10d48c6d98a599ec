import { useState, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Await, Panel, useToasts } from '#components/ui/index.ts';
import { useEditReplacement, type Replacement } from '#lib/api/replacements.ts';
import { useMay } from '#lib/api/session.ts';
import { useSourceTimeline } from '#lib/api/timeline.ts';
import { shotsWith } from './replacedShots.ts';
import { ShotsField } from './shotsField.tsx';
import { useFilmFacts } from './useFilmFacts.ts';

interface ShotsPanelProps {
  readonly replacement: Replacement;
}

/** In which shots somebody is replaced; what is chosen counts at once, for the next plan. */
export function ShotsPanel({ replacement }: ShotsPanelProps): ReactElement {
  const t = useTranslations('replacement');
  const { fail } = useToasts();
  const edit = useEditReplacement();
  const may = useMay()('replacements:edit');
  const timeline = useSourceTimeline(replacement.source);
  const film = useFilmFacts(replacement.source);
  /** What was asked for and is not answered yet; it is shown at once. */
  const [asked, setAsked] = useState<ReadonlySet<number> | null>();
  const chosen = asked === undefined ? replacement.shots && new Set(replacement.shots) : asked;
  const choose = async (shots: ReadonlySet<number> | null): Promise<void> => {
    setAsked(shots);
    // None is nothing that can be meant: it waits for one.
    if (shots?.size === 0) return;
    const inOrder = shots && [...shots].sort((a, b) => a - b);
    await edit(replacement.id, () => ({ shots: inOrder })).catch(fail);
    // Something else may have been asked for since.
    setAsked((now) => (now === shots ? undefined : now));
  };
  return (
    <Panel title={t('shots')}>
      <div className="p-3">
        <Await of={timeline}>
          {(known) => (
            <ShotsField
              name={replacement.replaced.name}
              shots={shotsWith(known, replacement.replaced.id)}
              chosen={chosen}
              {...film}
              bare
              disabled={!may}
              problem={chosen?.size === 0 ? t('flaw-shots') : undefined}
              onChange={(shots) => void choose(shots)}
            />
          )}
        </Await>
      </div>
    </Panel>
  );
}
