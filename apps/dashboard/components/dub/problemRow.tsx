'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import Link from 'next/link';
import { frameAt } from '@mondwerk/film';
import {
  Check,
  Clock,
  ClockArrowUp,
  EllipsisVertical,
  EyeOff,
  Hand,
  Pencil,
  UserRoundCheck,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, Button, IconButton, Menu, Portrait, type MenuItem } from '#components/ui/index.ts';
import { portraitUrl, type Performer } from '#lib/api/cast.ts';
import type { Line } from '#lib/api/lines.ts';
import { useMay } from '#lib/api/session.ts';
import { doubtOf } from './doubts.ts';
import { FacePicker } from '#components/faces/index.ts';
import { LineText } from './lineText.tsx';
import type { LineProblem } from './lineProblems.ts';
import { PlayButton } from './playButton.tsx';
import type { ProblemGroup } from './problemGroup.tsx';
import { speakerOf } from './suggestions.ts';

type ProblemRowProps = Parameters<typeof ProblemGroup>[0] & { readonly problem: LineProblem };

/** A line with which something is wrong: to be heard, and to be put right with a click. */
export function ProblemRow(props: ProblemRowProps): ReactElement {
  const { problem, player, times, repairs, title, dub } = props;
  const { line, planned, settled } = problem;
  const t = useTranslations('dub');
  const mayEdit = useMay()('lines:edit');
  const [editing, setEditing] = useState(false);
  const done = settled || repairs.touched.has(line.id);
  const at = times === undefined ? '' : times.timecodeOf(frameAt(times.clock, planned.start));
  const number = line.index + 1;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line/60 px-3 py-1.5">
      <PlayButton player={player} name={line.id} span={planned} label={t('playLine', { number })} />
      <Link
        href={`/titles/${title}/dubs/${dub}/lines?line=${number}`}
        title={t('toLine', { number })}
        className="w-28 shrink-0 font-mono text-dim tabular-nums hover:text-text hover:underline"
      >
        {at || `#${number}`}
      </Link>
      <Who {...props} />
      <div className="min-w-48 flex-1">
        <LineText
          {...{ line, editing }}
          label={t('textOf', { number })}
          onEdit={mayEdit ? () => setEditing(true) : undefined}
          onLeave={() => setEditing(false)}
          onSave={(text) => repairs.change(line, { text })}
        />
        <Why {...props} />
      </div>
      {done ? (
        <Badge tone="good">
          <Check size={12} aria-hidden /> {t('putRight')}
        </Badge>
      ) : (
        <Acts {...props} onEdit={() => setEditing(true)} />
      )}
    </li>
  );
}

/** Whose line it is; somebody else is said with a click. */
function Who({ problem: { line }, characters, performers, repairs }: ProblemRowProps): ReactElement {
  const t = useTranslations('dub');
  const may = useMay();
  const who = characters.find(({ id }) => id === line.character)?.name ?? t('nobodyNamed');
  if (!may('characters:edit') || performers.length === 0) {
    return (
      <span className="w-28 shrink-0 truncate text-dim" title={who}>
        {who}
      </span>
    );
  }
  return (
    <FacePicker
      label={t('whoSays', { number: line.index + 1 })}
      performers={performers.filter(({ ignored }) => !ignored)}
      chosen={characters.find(({ id }) => id === line.character)?.performer ?? null}
      onPick={(performer) => performer && void repairs.saidBy(line, performer)}
    >
      <button
        type="button"
        title={t('whoSays', { number: line.index + 1 })}
        className="min-h-6 w-28 shrink-0 truncate rounded-sm px-1 text-left text-dim hover:bg-hover hover:text-text"
      >
        {who}
      </button>
    </FacePicker>
  );
}

/** More of why, where there is more to say than the group's name. */
function Why({ kind, problem }: ProblemRowProps): ReactNode {
  const t = useTranslations('dub');
  const { planned } = problem;
  if (kind === 'nobody-seen') return <Reason>{t(UNSEEN_WORDS[planned.leftOut ?? ''] ?? 'away')}</Reason>;
  if (kind === 'does-not-fit' && planned.problem === 'too-fast') return <Reason>{t('tooFast')}</Reason>;
  if (kind === 'off-time' && planned.lateBy !== null) {
    const seconds = Math.abs(planned.lateBy);
    return <Reason>{t(planned.lateBy > 0 ? 'heardLater' : 'heardEarlier', { seconds })}</Reason>;
  }
  if (kind !== 'doubtful-speaker') return null;
  const told = planned.spoken.flatMap(({ doubt }) => doubt ?? [])[0] ?? '';
  const { reason, faces } = doubtOf(told);
  const known = reason === 'moved-most' || reason === 'alike' || reason === 'free-face';
  return <Reason>{known ? t(`doubt-${reason}`, { faces }) : told}</Reason>;
}

/** What is said of why no mouth says a line. */
const UNSEEN_WORDS: Readonly<Record<string, 'noFace' | 'away' | 'mouthBusy'>> = {
  'no-face': 'noFace',
  'performer-away': 'away',
  'mouth-busy': 'mouthBusy',
};

const Reason = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <p className="px-1 text-xs text-faint">{children}</p>
);

type ActsProps = ProblemRowProps & { readonly onEdit: () => void };

function Acts(props: ActsProps): ReactNode {
  const { kind, problem, repairs, performers, onEdit } = props;
  const t = useTranslations('dub');
  const may = useMay();
  const { line, planned } = problem;
  if (!may('lines:edit')) return null;
  const number = line.index + 1;
  const taken = performers.find(({ id }) => id === speakerOf(planned));
  const asks = kind === 'doubtful-speaker' || kind === 'nobody-seen';
  return (
    <div className="flex items-center gap-1">
      {kind === 'doubtful-speaker' && taken !== undefined && (
        <Button icon={UserRoundCheck} onClick={() => void repairs.saidBy(line, taken)}>
          <Face performer={taken} /> {t('itIs', { name: taken.name })}
        </Button>
      )}
      {asks && may('characters:edit') && (
        <FacePicker
          label={t('whoSays', { number })}
          performers={performers.filter(({ ignored }) => !ignored)}
          chosen={null}
          onPick={(performer) => performer && void repairs.saidBy(line, performer)}
        >
          <Button>{t('somebodyElse')}</Button>
        </FacePicker>
      )}
      {kind === 'off-time' && (
        <Button
          icon={ClockArrowUp}
          onClick={() => void repairs.change(line, { times: { start: planned.start, end: planned.end } })}
        >
          {t('timesOfVoice')}
        </Button>
      )}
      {!asks && kind !== 'off-time' && (
        <Button icon={Pencil} onClick={onEdit}>
          {t('editText')}
        </Button>
      )}
      {kind !== 'doubtful-speaker' && kind !== 'off-time' && (
        <Button icon={EyeOff} onClick={() => void repairs.change(line, { offScreen: true })}>
          {t('offScreen')}
        </Button>
      )}
      <Menu items={useMoreActs(line, props)}>
        <IconButton icon={EllipsisVertical} label={t('moreActs', { number })} />
      </Menu>
    </div>
  );
}

const Face = ({ performer: { id, hasPortrait } }: { readonly performer: Performer }): ReactElement => (
  <Portrait src={hasPortrait ? portraitUrl(id) : null} name="" className="size-5 rounded-sm" />
);

function useMoreActs(line: Line, { kind, problem, repairs, onEdit }: ActsProps): MenuItem[] {
  const t = useTranslations('dub');
  const { start, end } = problem.planned;
  const heard = problem.planned.problem !== 'not-heard' && end > start;
  const change = (changes: Parameters<typeof repairs.change>[1]) => (): void =>
    void repairs.change(line, changes);
  return [
    { label: t('editText'), icon: Pencil, onSelect: onEdit },
    ...(kind === 'doubtful-speaker' || kind === 'off-time'
      ? [{ label: t('offScreen'), icon: EyeOff, onSelect: change({ offScreen: true }) }]
      : []),
    ...(heard
      ? [{ label: t('timesOfVoice'), icon: ClockArrowUp, onSelect: change({ times: { start, end } }) }]
      : []),
    {
      label: t('noTimesAct'),
      icon: Clock,
      disabled: line.start === null,
      onSelect: change({ times: null }),
    },
    { label: t('leaveIt'), icon: Hand, onSelect: change({ settings: { leave: true } }) },
  ];
}
