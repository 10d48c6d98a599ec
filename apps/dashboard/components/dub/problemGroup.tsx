'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import { EyeOff, UserRoundCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, Button } from '#components/ui/index.ts';
import type { Character, Performer } from '#lib/api/cast.ts';
import { useMay } from '#lib/api/session.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import type { LineProblem, ProblemKind } from './lineProblems.ts';
import { ProblemRow } from './problemRow.tsx';
import { speakerOf } from './suggestions.ts';
import type { Repairs } from './useRepairs.ts';
import type { VoicePlayer } from './voicePlayer.ts';

interface ProblemGroupProps {
  readonly kind: ProblemKind;
  readonly problems: readonly LineProblem[];
  readonly player: VoicePlayer | null;
  readonly times: FrameTimes | undefined;
  readonly repairs: Repairs;
  readonly characters: readonly Character[];
  readonly performers: readonly Performer[];
  readonly title: string;
  readonly dub: string;
}

/** As many are shown until somebody asks for more. */
const FIRST = 12;

/** The lines with which the same is wrong. */
export function ProblemGroup(props: ProblemGroupProps): ReactElement {
  const { kind, problems, repairs } = props;
  const t = useTranslations('dub');
  const common = useTranslations('common');
  const [shown, setShown] = useState(FIRST);
  const open = problems.filter(({ settled, line }) => !settled && !repairs.touched.has(line.id));
  return (
    <section aria-label={t(`problem-${kind}`)} className="border-b border-line last:border-0">
      <GroupHead
        name={t(`problem-${kind}`)}
        count={open.length}
        hint={t(`problem-${kind}-hint`)}
        acts={<ActsForAll {...props} open={open} />}
      />
      <ul>
        {problems.slice(0, shown).map((problem) => (
          <ProblemRow key={problem.line.id} {...props} problem={problem} />
        ))}
      </ul>
      {problems.length > shown && (
        <div className="p-2 text-center">
          <Button kind="quiet" onClick={() => setShown(shown + 100)}>
            {common('more')} ({problems.length - shown})
          </Button>
        </div>
      )}
    </section>
  );
}

interface GroupHeadProps {
  readonly name: string;
  readonly count: number;
  /** What it means, in a sentence. */
  readonly hint: string;
  readonly acts?: ReactNode;
}

/** The head of a group of problems. */
export const GroupHead = ({ name, count, hint, acts }: GroupHeadProps): ReactElement => (
  <div className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-raised px-3 py-1.5">
    <h3>{name}</h3>
    <Badge tone={count === 0 ? 'good' : 'warn'}>{count}</Badge>
    <p className="min-w-0 flex-1 text-dim">{hint}</p>
    {acts}
  </div>
);

type ActsForAllProps = ProblemGroupProps & { readonly open: readonly LineProblem[] };

/** What can be done about all of a group at once. */
function ActsForAll({ kind, open, repairs, performers }: ActsForAllProps): ReactNode {
  const t = useTranslations('dub');
  const may = useMay();
  const [busy, setBusy] = useState(false);
  if (open.length < 2 || !may('lines:edit')) return null;
  const doing = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await act();
    setBusy(false);
  };
  if (kind === 'nobody-seen') {
    const all = (): Promise<void> => repairs.offScreen(open.map(({ line }) => line));
    return (
      <Button icon={EyeOff} busy={busy} onClick={() => void doing(all)}>
        {t('allOffScreen', { count: open.length })}
      </Button>
    );
  }
  if (kind !== 'doubtful-speaker') return null;
  const confirm = async (): Promise<void> => {
    for (const { line, planned } of open) {
      const performer = performers.find(({ id }) => id === speakerOf(planned));
      if (performer !== undefined) await repairs.saidBy(line, performer);
    }
  };
  return (
    <Button icon={UserRoundCheck} busy={busy} onClick={() => void doing(confirm)}>
      {t('allAsTaken', { count: open.length })}
    </Button>
  );
}
