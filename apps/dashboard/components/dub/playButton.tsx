'use client';

import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { TimeSpan } from '@mondwerk/film';
import { Play, Square } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton, useToasts } from '#components/ui/index.ts';
import { planVoiceUrl } from '#lib/api/planLines.ts';
import { VoicePlayer } from './voicePlayer.ts';

/** A player of a plan's voice for as long as the component is there; `null` while there is no voice. */
export function useVoicePlayer(plan: string | undefined): VoicePlayer | null {
  const { fail } = useToasts();
  const [player, setPlayer] = useState<VoicePlayer | null>(null);
  useEffect(() => {
    if (plan === undefined) return undefined;
    const made = new VoicePlayer(planVoiceUrl(plan), fail);
    setPlayer(made);
    return () => {
      made.close();
      setPlayer(null);
    };
  }, [plan, fail]);
  return player;
}

interface PlayButtonProps {
  readonly player: VoicePlayer | null;
  /** Names the piece among others. */
  readonly name: string;
  readonly span: TimeSpan;
  /** What is heard, for those who hear. */
  readonly label: string;
}

/** Plays a piece of the voice, or stops it. */
export function PlayButton({ player, name, span, label }: PlayButtonProps): ReactNode {
  const t = useTranslations('dub');
  const playing = useSyncExternalStore(
    player?.subscribe ?? silent,
    () => player?.playing === name,
    () => false,
  );
  return (
    <IconButton
      icon={playing ? Square : Play}
      label={playing ? t('stop') : label}
      disabled={player === null}
      onClick={() => (playing ? player?.stop() : player?.play(name, span))}
    />
  );
}

const silent = (): (() => void) => () => undefined;
