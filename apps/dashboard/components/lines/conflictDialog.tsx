'use client';

import { useState, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Button, Dialog } from '#components/ui/index.ts';
import type { Character } from '#lib/api/cast.ts';
import type { Line, LineChanges } from '#lib/api/lines.ts';
import { differencesOf, type Conflict, type Differing } from './conflict.ts';

interface ConflictDialogProps {
  readonly conflict: Conflict;
  readonly characters: readonly Character[];
  readonly onTheirs: () => void;
  readonly onMine: () => Promise<void>;
}

/** Somebody else changed the line meanwhile: theirs or mine. */
export function ConflictDialog({
  conflict,
  characters,
  onTheirs,
  onMine,
}: ConflictDialogProps): ReactElement {
  const t = useTranslations('lines');
  const [busy, setBusy] = useState(false);
  const { line, mine, theirs, who } = conflict;
  const keep = async (): Promise<void> => {
    setBusy(true);
    await onMine();
    setBusy(false);
  };
  const say = (name: Differing, of: LineChanges | Line): string => sayOf(name, of, characters, t);
  return (
    <Dialog open onClose={onTheirs} title={t('conflictTitle', { number: line.index + 1 })} wide>
      <div className="flex flex-col gap-4">
        <p>
          {theirs === undefined
            ? t('conflictGone')
            : who === null
              ? t('conflictSomebody')
              : t('conflictWho', { name: who })}
        </p>
        {theirs !== undefined && (
          <table className="w-full text-left">
            <thead>
              <tr className="border-b border-line text-dim">
                <td />
                <th scope="col" className="px-2 py-1 font-medium">
                  {t('theirs')}
                </th>
                <th scope="col" className="px-2 py-1 font-medium">
                  {t('mine')}
                </th>
              </tr>
            </thead>
            <tbody>
              {differencesOf(conflict).map((name) => (
                <tr key={name} className="border-b border-line/60 align-top last:border-0">
                  <th scope="row" className="px-2 py-1 font-normal text-dim">
                    {t(`field-${name}`)}
                  </th>
                  <td className="px-2 py-1 whitespace-pre-line">{say(name, theirs)}</td>
                  <td className="px-2 py-1 whitespace-pre-line">{say(name, mine)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onTheirs}>{t('keepTheirs')}</Button>
          {theirs !== undefined && (
            <Button kind="main" busy={busy} onClick={() => void keep()}>
              {t('useMine')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

type Translate = ReturnType<typeof useTranslations<'lines'>>;

/** What one of the two wants, in words. */
function sayOf(
  name: Differing,
  of: LineChanges | Line,
  characters: readonly Character[],
  t: Translate,
): string {
  switch (name) {
    case 'text':
      return of.text ?? '';
    case 'times': {
      const { start, end } = 'times' in of ? (of.times ?? { start: null, end: null }) : (of as Line);
      return start === null || end === null ? t('noTime') : `${start.toFixed(2)} – ${end.toFixed(2)} s`;
    }
    case 'character':
      return characters.find(({ id }) => id === of.character)?.name ?? t('nobody');
    case 'offScreen':
      return of.offScreen === true ? t('flag-off-screen') : t('onScreen');
    case 'settings': {
      const { offset = 0, strength = 1, leave = false, cues = [] } = of.settings ?? {};
      if (leave) return t('leave');
      return t('settingsSaid', {
        offset: Math.round(offset * 1000),
        strength: Math.round(strength * 100),
        count: cues.length,
      });
    }
  }
}
