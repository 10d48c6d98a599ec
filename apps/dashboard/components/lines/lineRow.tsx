'use client';

import { memo, type MouseEvent, type ReactElement } from 'react';
import { frameAt } from '@mondwerk/film';
import {
  CircleHelp,
  CircleSlash,
  ClockAlert,
  EyeOff,
  Hand,
  Layers2,
  MessageCircleQuestionMark,
  SquareCheck,
  TriangleAlert,
  UserX,
  Wrench,
  type LucideIcon,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classes } from '#components/ui/index.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import { SEEN_MISMATCH, type Flag, type ListedLine } from './lineList.ts';

/** The height of a row in pixels. */
export const ROW = 44;

/** A picture and a colour for each flag; its name is told too. */
const FLAG_LOOKS: Readonly<Record<Flag, readonly [icon: LucideIcon, colour: string]>> = {
  'does-not-fit': [TriangleAlert, 'text-warn'],
  'not-heard': [CircleSlash, 'text-warn'],
  overlaps: [Layers2, 'text-warn'],
  'words-unknown': [MessageCircleQuestionMark, 'text-warn'],
  'off-time': [ClockAlert, 'text-warn'],
  'nobody-seen': [UserX, 'text-warn'],
  doubtful: [CircleHelp, 'text-warn'],
  'off-screen': [EyeOff, 'text-dim'],
  left: [Hand, 'text-dim'],
  edited: [Wrench, 'text-accent'],
};

interface LineRowProps {
  readonly id: string;
  readonly listed: ListedLine;
  readonly top: number;
  readonly size: number;
  readonly place: number;
  readonly chosen: boolean;
  readonly marked: boolean;
  readonly times: FrameTimes | undefined;
  readonly onClick: (line: ListedLine, event: MouseEvent) => void;
}

/** A line in the list: its number, when, who, what, how badly the old mouth fits. */
export const LineRow = memo(
  function LineRow(props: LineRowProps): ReactElement {
    const { id, listed, top, size, place, chosen, marked, times, onClick } = props;
    const t = useTranslations('lines');
    const { line, who, start, flags } = listed;
    return (
      <div
        id={id}
        role="option"
        aria-selected={chosen || marked}
        aria-setsize={size}
        aria-posinset={place}
        onClick={(event) => onClick(listed, event)}
        style={{ top, height: ROW }}
        className={classes(
          'absolute inset-x-0 flex cursor-default flex-col justify-center border-b border-line/60 border-l-2 px-2',
          chosen ? 'border-l-accent bg-hover' : 'border-l-transparent hover:bg-raised',
        )}
      >
        <div className="flex items-center gap-2 text-xs">
          <span className="w-9 text-right text-dim tabular-nums">{line.index + 1}</span>
          <span className="font-mono text-dim tabular-nums">{timecode(times, start) ?? t('noTime')}</span>
          <span className="min-w-0 flex-1 truncate text-dim" title={who ?? undefined}>
            {who ?? ''}
          </span>
          {marked && <Sign icon={SquareCheck} colour="text-accent" name={t('marked')} />}
          {flags.map((flag) => {
            const [icon, colour] = FLAG_LOOKS[flag];
            return <Sign key={flag} icon={icon} colour={colour} name={t(`flag-${flag}`)} />;
          })}
          <Mismatch listed={listed} />
        </div>
        <p className="truncate pl-11" title={line.text}>
          {line.text}
        </p>
      </div>
    );
  },
  (a, b) =>
    a.listed === b.listed &&
    a.top === b.top &&
    a.chosen === b.chosen &&
    a.marked === b.marked &&
    a.times === b.times &&
    a.size === b.size,
);

/** The timecode of an instant; `undefined` where it is not known. */
export const timecode = (times: FrameTimes | undefined, seconds: number | null): string | undefined =>
  times === undefined || seconds === null ? undefined : times.timecodeOf(frameAt(times.clock, seconds));

interface SignProps {
  readonly icon: LucideIcon;
  readonly colour: string;
  readonly name: string;
}

const Sign = ({ icon: Icon, colour, name }: SignProps): ReactElement => (
  <span title={name} className={classes('shrink-0', colour)}>
    <Icon size={13} aria-hidden />
    <span className="sr-only">{name}</span>
  </span>
);

/** How visibly the old mouth says something else, as a bar with its number. */
function Mismatch({ listed: { planned } }: { readonly listed: ListedLine }): ReactElement {
  const t = useTranslations('lines');
  const mismatch = planned?.mismatch ?? null;
  if (mismatch === null) return <span className="w-16 shrink-0" />;
  const percent = Math.round(mismatch * 100);
  const reason = planned?.mismatchReason;
  return (
    <span
      title={`${t('mismatchOf', { percent })}${reason ? `: ${t(`mismatch-${reason}`)}` : ''}`}
      className="flex w-16 shrink-0 items-center gap-1"
    >
      <span aria-hidden className="h-1.5 flex-1 rounded-sm bg-ground">
        <span
          className={classes(
            'block h-full rounded-sm',
            mismatch >= SEEN_MISMATCH ? 'bg-to-render' : 'bg-matches',
          )}
          style={{ width: `${percent}%` }}
        />
      </span>
      <span className="w-7 text-right text-dim tabular-nums">{percent}</span>
      <span className="sr-only">{t('mismatchOf', { percent })}</span>
    </span>
  );
}
