'use client';

import type { ReactElement } from 'react';
import { Flag } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { LipFlag } from '#lib/api/flags.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import { keepFocus } from './keepFocus.ts';

interface FlagListProps {
  readonly flags: readonly LipFlag[];
  /** Whether the lips of the take have been measured. */
  readonly measured: boolean;
  readonly times: FrameTimes;
  readonly onGo: (frame: number) => void;
}

/** Lips that did not reach the shape that a sound needs; pressing one goes to its frame. */
export function FlagList({ flags, measured, times, onGo }: FlagListProps): ReactElement {
  const t = useTranslations('review');
  if (flags.length === 0) return <p className="p-3 text-faint">{t(measured ? 'noFlags' : 'notMeasured')}</p>;
  return (
    <ul aria-label={t('flags')}>
      {flags.map((flag, at) => (
        <li key={at} className="border-b border-line/60">
          <button
            type="button"
            onMouseDown={keepFocus}
            onClick={() => onGo(flag.frame)}
            className="flex w-full items-center gap-2 px-3 py-1 text-left hover:bg-raised"
          >
            <Flag size={12} aria-hidden className="shrink-0 text-warn" />
            <span className="font-mono text-xs text-dim">{times.timecodeOf(flag.frame)}</span>
            <span className="min-w-0 flex-1">{saysOf(flag, t)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function saysOf(
  { ipa, wantedGap, seenGap }: LipFlag,
  t: ReturnType<typeof useTranslations<'review'>>,
): string {
  if (seenGap === null) return t('flagUnseen', { sound: ipa });
  return t(seenGap > wantedGap ? 'flagOpen' : 'flagShut', { sound: ipa });
}
