'use client';

import type { ReactElement } from 'react';
import { Refusal } from '@mondwerk/film';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/ui/index.ts';
import type { FilmPlayer } from './filmPlayer.ts';
import { usePlayerState } from './useFilmPlayer.ts';

/** Says why pictures cannot be shown, over where they would be. */
export function PlayerProblem({ player }: { readonly player: FilmPlayer }): ReactElement | null {
  const t = useTranslations('player');
  const error = usePlayerState(player, (state) => state.error);
  if (error === null) return null;
  const said =
    error instanceof Refusal && error.code === 'cannot-decode'
      ? new Refusal('cannot-decode', t('cannotDecode'))
      : error;
  return (
    <div className="absolute inset-x-4 top-4 bg-ground">
      <ProblemNote error={said} onRetry={() => player.retry()} />
    </div>
  );
}
