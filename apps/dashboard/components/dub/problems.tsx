'use client';

import { useMemo, type ReactElement, type ReactNode } from 'react';
import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Empty, Loading } from '#components/ui/index.ts';
import type { Character, Performer } from '#lib/api/cast.ts';
import type { Line } from '#lib/api/lines.ts';
import { planPeaksUrl, type PlanInFull, type PlannedLine } from '#lib/api/planLines.ts';
import type { Stem } from '#lib/api/stems.ts';
import type { Dub } from '#lib/api/titles.ts';
import { useFrameTimes, usePeaks } from '#lib/film/index.ts';
import { problemsOf } from './lineProblems.ts';
import { useVoicePlayer } from './playButton.tsx';
import { ProblemGroup } from './problemGroup.tsx';
import { unscriptedSpeech } from './unscripted.ts';
import { UnscriptedGroup } from './unscriptedGroup.tsx';
import { useRepairs } from './useRepairs.ts';

interface ProblemsProps {
  readonly dub: Dub;
  readonly plan: PlanInFull;
  readonly lines: readonly Line[];
  readonly planned: readonly PlannedLine[];
  readonly characters: readonly Character[];
  readonly performers: readonly Performer[];
  readonly stems: readonly Stem[];
}

/** What a check found to be wrong, group by group. */
export function Problems(props: ProblemsProps): ReactNode {
  const { dub, plan, lines, planned, characters, performers, stems } = props;
  const t = useTranslations('dub');
  const player = useVoicePlayer(plan.hearing === null ? undefined : plan.id);
  const times = useFrameTimes(dub.source).data;
  const repairs = useRepairs(dub, lines[0]?.script, characters);
  const groups = useMemo(() => problemsOf(lines, planned), [lines, planned]);
  const unscripted = useUnscripted(plan, planned, stems, times?.clock.end);
  if (planned.length === 0) return <Loading />;
  const open = [...groups.values()]
    .flat()
    .filter(({ settled, line }) => !settled && !repairs.touched.has(line.id));
  return (
    <div className="flex flex-col">
      <Sum open={open.length} all={planned.length} extra={unscripted.length} />
      {(groups.get('not-heard')?.length ?? 0) * 2 > planned.length && (
        <p className="border-b border-line px-3 py-2 text-warn">{t('mostNotHeard')}</p>
      )}
      {[...groups].map(([kind, problems]) => (
        <ProblemGroup
          key={kind}
          {...{ kind, problems, player, times, repairs, characters, performers }}
          title={dub.title}
          dub={dub.id}
        />
      ))}
      {unscripted.length > 0 && <UnscriptedGroup spans={unscripted} player={player} times={times} />}
      {groups.size === 0 && unscripted.length === 0 && (
        <Empty icon={CircleCheck} title={t('nothingWrong')}>
          <p className="max-w-xl">{t('nothingWrongHint')}</p>
        </Empty>
      )}
    </div>
  );
}

function Sum({
  open,
  all,
  extra,
}: {
  readonly open: number;
  readonly all: number;
  readonly extra: number;
}): ReactElement | null {
  const t = useTranslations('dub');
  if (open + extra === 0) return null;
  return (
    <p className="border-b border-line px-3 py-2 text-dim" role="status">
      {t('toLookAt', { open, all })}
    </p>
  );
}

/** Speech without a line; music in a mix would be taken for it, so only dialogue is listened to. */
function useUnscripted(
  { id, hearing }: PlanInFull,
  planned: readonly PlannedLine[],
  stems: readonly Stem[],
  seconds: number | undefined,
): ReturnType<typeof unscriptedSpeech> {
  const dialogue = hearing !== null && stems.some(({ kind }) => kind === 'dialogue');
  const peaks = usePeaks(dialogue ? planPeaksUrl(id) : undefined, seconds).data;
  return useMemo(
    () =>
      peaks === undefined
        ? []
        : unscriptedSpeech(
            peaks,
            planned.filter(({ problem }) => problem !== 'not-heard'),
          ),
    [peaks, planned],
  );
}
