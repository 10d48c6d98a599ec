'use client';

import { useState, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Button, Dialog, Portrait, TextField } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';
import { seenLessThan } from './castChanges.ts';
import { facePicture } from '#components/faces/index.ts';

interface IgnoreBriefProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly performers: readonly Performer[];
  readonly onIgnore: (performers: readonly Performer[]) => void;
}

/** Whoever is seen for less is most likely nobody with lines. */
const BRIEF_SECONDS = '3';

/** How many faces are shown of those who would be ignored. */
const MOST_FACES = 48;

/** Asks from which time on screen somebody counts, and shows who would not. */
export function IgnoreBrief({ open, onClose, performers, onIgnore }: IgnoreBriefProps): ReactElement {
  const t = useTranslations('cast');
  const words = useTranslations('common');
  const [seconds, setSeconds] = useState(BRIEF_SECONDS);
  const brief = seenLessThan(performers, Number(seconds));
  return (
    <Dialog open={open} onClose={onClose} title={t('ignoreBriefTitle')}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          onIgnore(brief);
          onClose();
        }}
      >
        <TextField
          type="number"
          min={0}
          step={0.5}
          label={t('seenLessThan')}
          hint={t('ignoreBriefHint')}
          value={seconds}
          onChange={(event) => setSeconds(event.target.value)}
        />
        <ul className="flex flex-wrap gap-1" aria-label={t('wouldBeIgnored', { count: brief.length })}>
          {brief.slice(0, MOST_FACES).map((performer) => (
            <li key={performer.id} title={performer.name}>
              <Portrait src={facePicture(performer)} name={performer.name} className="size-10 rounded-sm" />
            </li>
          ))}
        </ul>
        <div className="flex items-center justify-end gap-2">
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="main" type="submit" disabled={brief.length === 0}>
            {t('ignoreThese', { count: brief.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
