'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { usePlayerState, type FilmPlayer } from '#components/player/index.ts';
import type { Sides } from './useSides.ts';

/** Says what is seen where: in the corners of the picture. */
export function SideLabels({
  player,
  sides,
}: {
  readonly player: FilmPlayer;
  readonly sides: Sides;
}): ReactElement {
  const t = useTranslations('review');
  const mode = usePlayerState(player, ({ view }) => view.mode);
  const original = sides.against ? t('take', { number: sides.against.number }) : t('view-original');
  const dub = sides.shown ? t('take', { number: sides.shown.number }) : t('noTake');
  const [left, right] = {
    original: [original, null],
    dub: [dub, null],
    wipe: [original, dub],
    side: [original, dub],
    difference: [t('differenceOf', { one: original, other: dub }), null],
  }[mode];
  return (
    <div className="pointer-events-none absolute inset-x-2 top-2 z-10 flex justify-between">
      <Label>{left}</Label>
      {right !== null && <Label>{right}</Label>}
    </div>
  );
}

const Label = ({ children }: { readonly children: string | null }): ReactElement => (
  <span className="rounded-sm bg-black/75 px-1.5 text-xs text-text">{children}</span>
);
