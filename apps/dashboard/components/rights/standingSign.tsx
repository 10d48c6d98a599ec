import type { ReactElement } from 'react';
import {
  CalendarClock,
  CircleMinus,
  CircleOff,
  ClockAlert,
  FileQuestionMark,
  ShieldCheck,
  type LucideIcon,
} from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { classes } from '#components/ui/index.ts';
import type { Cover, Standing } from './coverage.ts';

/** How each standing looks; the word beside it says it. */
const LOOKS: Readonly<Record<Standing, readonly [icon: LucideIcon, colour: string]>> = {
  covered: [ShieldCheck, 'text-good'],
  soon: [ClockAlert, 'text-warn'],
  later: [CalendarClock, 'text-warn'],
  ended: [ClockAlert, 'text-bad'],
  revoked: [CircleOff, 'text-bad'],
  elsewhere: [FileQuestionMark, 'text-warn'],
  'mouth-only': [FileQuestionMark, 'text-warn'],
  missing: [FileQuestionMark, 'text-warn'],
  unneeded: [CircleMinus, 'text-faint'],
};

/** Says how rights stand: on a card in as few words as can be. */
function useStandingWords(): (cover: Cover, brief: boolean) => string {
  const t = useTranslations('rights');
  const format = useFormatter();
  return ({ standing, day }, brief) => {
    if (day === null || (brief && standing === 'covered')) return t(standing, { day: '', until: 'no' });
    const month = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
    const date = format.dateTime(new Date(day), brief ? month : { ...month, year: 'numeric' });
    return t(standing, { day: date, until: 'yes' });
  };
}

interface StandingSignProps {
  /** What it stands for where there is little room: a language's tag, a word. */
  readonly sign: string;
  /** What it stands for, as people say it. */
  readonly name: string;
  readonly cover: Cover;
  /** There is little room. */
  readonly brief?: boolean;
}

/** What a face is rendered for, with how rights stand for it. */
export function StandingSign({ sign, name, cover, brief = false }: StandingSignProps): ReactElement {
  const words = useStandingWords();
  const [Icon, colour] = LOOKS[cover.standing];
  return (
    <span
      className={classes('flex min-w-0 items-center gap-1', brief && 'text-xs')}
      title={`${name}: ${words(cover, false)}`}
    >
      <Icon size={13} aria-hidden className={classes('shrink-0', colour)} />
      {brief ? (
        <>
          <span aria-hidden className="shrink-0 font-mono text-dim">
            {sign}
          </span>
          <span className="sr-only">{name}</span>
        </>
      ) : (
        <span>{name}:</span>
      )}
      <span className={classes('truncate', colour)}>{words(cover, brief)}</span>
    </span>
  );
}
