'use client';

import type { ReactElement } from 'react';
import { Flag } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ReviewFlag } from '#lib/api/flags.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import { keepFocus } from './keepFocus.ts';
import { useKindWords } from './kindWords.ts';

interface FlagListProps {
  readonly flags: readonly ReviewFlag[];
  /** Whether the lips or faces of the take have been looked at. */
  readonly measured: boolean;
  readonly times: FrameTimes;
  readonly onGo: (frame: number) => void;
}

/** Lips that did not reach the shape that a sound needs, or faces to look at; pressing one goes to its frame. */
export function FlagList({ flags, measured, times, onGo }: FlagListProps): ReactElement {
  const wordOf = useKindWords();
  if (flags.length === 0)
    return <p className="p-3 text-faint">{wordOf(measured ? 'noFlags' : 'notMeasured')}</p>;
  return (
    <ul aria-label={wordOf('flags')}>
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
            <Says about={flag.about} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Says({ about }: Pick<ReviewFlag, 'about'>): ReactElement {
  const t = useTranslations('review');
  const shape = 'min-w-0 flex-1 wrap-anywhere';
  if (typeof about === 'string') {
    return (
      <span lang="en" className={shape}>
        {about}
      </span>
    );
  }
  const { ipa: sound, seenGap, wantedGap } = about;
  const word = seenGap === null ? 'flagUnseen' : seenGap > wantedGap ? 'flagOpen' : 'flagShut';
  return <span className={shape}>{t(word, { sound })}</span>;
}
