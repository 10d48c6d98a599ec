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
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { classes } from '#components/ui/index.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import type { Cover, Standing } from './coverage.ts';

/** How each standing looks; the word beside it says it. */
const LOOKS: Readonly<Record<Standing, readonly [icon: LucideIcon, colour: string]>> = {
  covered: [ShieldCheck, 'text-good'],
  soon: [ClockAlert, 'text-warn'],
  later: [CalendarClock, 'text-warn'],
  ended: [ClockAlert, 'text-bad'],
  revoked: [CircleOff, 'text-bad'],
  elsewhere: [FileQuestionMark, 'text-warn'],
  missing: [FileQuestionMark, 'text-warn'],
  unneeded: [CircleMinus, 'text-faint'],
};

/** Says in a few words how rights stand. */
export function useStandingWords(): (cover: Cover) => string {
  const t = useTranslations('rights');
  const format = useFormatter();
  return ({ standing, day }) =>
    t(standing, {
      day: day === null ? '' : format.dateTime(new Date(day), { dateStyle: 'medium', timeZone: 'UTC' }),
      until: day === null ? 'no' : 'yes',
    });
}

/** A language with how rights stand for it. */
export function StandingSign({
  language,
  cover,
}: {
  readonly language: string;
  readonly cover: Cover;
}): ReactElement {
  const locale = useLocale();
  const words = useStandingWords()(cover);
  const [Icon, colour] = LOOKS[cover.standing];
  const name = nameOfLanguage(language, locale);
  return (
    <span className="flex min-w-0 items-center gap-1 text-xs" title={`${name}: ${words}`}>
      <Icon size={13} aria-hidden className={classes('shrink-0', colour)} />
      <span className="shrink-0 font-mono text-dim" aria-hidden>
        {language}
      </span>
      <span className="sr-only">{name}</span>
      <span className={classes('truncate', colour)}>{words}</span>
    </span>
  );
}
