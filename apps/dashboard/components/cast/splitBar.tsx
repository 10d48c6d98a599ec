'use client';

import { useState, type ReactElement } from 'react';
import { UserPlus, UserRoundSearch } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';
import { FacePicker } from '#components/faces/index.ts';
import { useJoinEdits } from './useJoinEdits.ts';

interface SplitBarProps {
  readonly title: string;
  readonly performer: Performer;
  /** All tracks of the performer. */
  readonly tracks: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly others: readonly Performer[];
  readonly mayEdit: boolean;
  readonly onChoose: (tracks: ReadonlySet<string>) => void;
  /** Nothing is left of the performer: all of them turned out to be somebody else. */
  readonly onGone: () => void;
}

/** Says of the chosen faces that they are somebody else's, new or known. */
export function SplitBar(props: SplitBarProps): ReactElement {
  const { title, performer, tracks, chosen, others, mayEdit, onChoose, onGone } = props;
  const t = useTranslations('cast');
  const words = useTranslations('common');
  const joins = useJoinEdits(title);
  const [busy, setBusy] = useState(false);
  const all = chosen.size === tracks.length;
  const give = async (to: Performer | null): Promise<void> => {
    setBusy(true);
    try {
      if (all && to !== null) {
        if (await joins.merge({ from: [performer], into: to })) onGone();
      } else {
        const off = { tracks: [...chosen], ...(to ? { into: to.id } : {}) };
        if (await joins.split(performer, off, to ?? undefined)) onChoose(new Set());
      }
    } finally {
      setBusy(false);
    }
  };
  const off = !mayEdit || chosen.size === 0;
  const why = mayEdit ? undefined : words('notAllowed');
  return (
    <div
      role="toolbar"
      aria-label={t('splitOff')}
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-b border-line px-3 py-1"
    >
      <p role="status" className="mr-2">
        {chosen.size === 0 ? (
          <span className="text-dim">{t('chooseFaces')}</span>
        ) : (
          t('facesChosen', { count: chosen.size, all: tracks.length })
        )}
      </p>
      <Button
        icon={UserPlus}
        busy={busy}
        disabled={off || all}
        title={why ?? (all ? t('allChosen') : undefined)}
        onClick={() => void give(null)}
      >
        {t('somebodyNew')}
      </Button>
      <FacePicker
        label={t('whoseAreThese')}
        performers={others}
        disabled={off || busy}
        onPick={(to) => to && void give(to)}
      >
        <Button icon={UserRoundSearch} disabled={off || busy} title={why}>
          {t('somebodyKnown')}
        </Button>
      </FacePicker>
      {chosen.size > 0 && (
        <Button kind="quiet" onClick={() => onChoose(new Set())}>
          {t('chooseNone')}
        </Button>
      )}
      {all && chosen.size > 0 && <span className="text-dim">{t('allChosen')}</span>}
    </div>
  );
}
