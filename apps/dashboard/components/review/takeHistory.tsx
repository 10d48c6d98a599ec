'use client';

import type { ReactElement } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { StateSign } from '#components/timeline/index.ts';
import { classes } from '#components/ui/index.ts';
import { useVerdictsOf, type Take } from '#lib/api/takes.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import { perSecond } from '@mondwerk/film';
import { settingsInWords, type SettingsWords } from './takeSettings.ts';
import type { Sides } from './useSides.ts';
import { keepFocus } from './keepFocus.ts';
import { useKindWords } from './kindWords.ts';

interface TakeHistoryProps {
  readonly sides: Sides;
  readonly times: FrameTimes;
  readonly nameOf: (person: string | null) => string;
}

/** All takes of a shot, the newest first: which one is looked at, with which it is compared, what became of each. */
export function TakeHistory({ sides, times, nameOf }: TakeHistoryProps): ReactElement {
  const t = useTranslations('review');
  if (sides.takes.length === 0) return <p className="p-3 text-faint">{t('noTakes')}</p>;
  return (
    <ul aria-label={t('takes')} className="flex flex-col">
      {sides.takes.map((take) => (
        <TakeItem key={take.id} take={take} sides={sides} times={times} nameOf={nameOf} />
      ))}
    </ul>
  );
}

type TakeItemProps = TakeHistoryProps & { readonly take: Take };

function TakeItem({ take, sides, times, nameOf }: TakeItemProps): ReactElement {
  const t = useTranslations('review');
  const states = useTranslations('film');
  const shown = sides.shown?.id === take.id;
  const against = sides.against?.id === take.id;
  const wordOf = useKindWords();
  const words = useSettingsWords();
  const settings = settingsInWords(take.settings, perSecond(times.rate), words);
  return (
    <li
      className={classes('flex flex-col gap-0.5 border-b border-line/60 px-3 py-1.5', shown && 'bg-raised')}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold whitespace-nowrap">{t('take', { number: take.number })}</span>
        <span className="flex items-center gap-1 text-xs text-dim">
          {take.state !== 'superseded' && <StateSign state={take.state} size={10} />}
          {take.state === 'superseded' ? t('superseded') : states(take.state)}
        </span>
        <span className="flex-1" />
        <Choose pressed={shown} onPress={() => sides.show(take.id)}>
          {t('show')}
        </Choose>
        <Choose
          pressed={against}
          disabled={shown && !against}
          onPress={() => sides.compareWith(against ? null : take.id)}
        >
          {t('compare')}
        </Choose>
      </div>
      <p className="text-xs text-faint">
        {wordOf('mouths', { frames: take.mouths.rendered })}
        {settings.length > 0 && ` · ${settings.join(' · ')}`}
      </p>
      <Verdicts take={take} nameOf={nameOf} />
    </li>
  );
}

interface ChooseProps {
  readonly pressed: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: string;
}

const Choose = ({ pressed, disabled, onPress, children }: ChooseProps): ReactElement => (
  <button
    type="button"
    aria-pressed={pressed}
    disabled={disabled}
    onMouseDown={keepFocus}
    onClick={onPress}
    className={classes(
      'h-6 rounded-sm border px-1.5 text-xs disabled:opacity-50',
      pressed ? 'border-accent/60 text-accent' : 'border-line text-dim hover:not-disabled:text-text',
    )}
  >
    {children}
  </button>
);

function Verdicts({ take, nameOf }: Pick<TakeItemProps, 'take' | 'nameOf'>): ReactElement | null {
  const t = useTranslations('review');
  const format = useFormatter();
  // A take on which nobody has decided has no verdicts to ask for.
  const { data = [] } = useVerdictsOf(take.version > 1 ? take.id : undefined);
  if (data.length === 0) return null;
  return (
    <ul className="text-xs text-dim">
      {data.map(({ id, verdict, reason, author, madeAt }) => (
        <li key={id} className="wrap-anywhere">
          <span className={verdict === 'approved' ? 'text-good' : 'text-sent-back'}>
            {t(verdict === 'approved' ? 'wasApproved' : 'wasSentBack')}
          </span>{' '}
          {nameOf(author)}, {format.dateTime(new Date(madeAt), { dateStyle: 'short', timeStyle: 'short' })}
          {reason !== null && <q className="block text-text">{reason}</q>}
        </li>
      ))}
    </ul>
  );
}

function useSettingsWords(): SettingsWords {
  const t = useTranslations('review');
  return {
    delay: (frames) => t('settingDelay', { frames, direction: frames < 0 ? 'earlier' : 'later' }),
    opening: (percent) => t('settingOpening', { percent }),
    untouched: (count) => t('settingUntouched', { count }),
    leaveAlone: (count) => t('settingLeaveAlone', { count }),
  };
}
