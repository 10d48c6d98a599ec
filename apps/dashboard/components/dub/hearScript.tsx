'use client';

import { useState, type ReactElement } from 'react';
import { AudioLines, AudioWaveform, Square } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, LinkButton, ProblemNote, Progress } from '#components/ui/index.ts';
import { useChange } from '#lib/api/change.ts';
import { shareOfJob, useJobOf } from '#lib/api/jobOf.ts';
import { useLines } from '#lib/api/lines.ts';
import { useModels } from '#lib/api/models.ts';
import { useRunActs } from '#lib/api/runActs.ts';
import type { Run } from '#lib/api/runs.ts';
import type { Script } from '#lib/api/scripts.ts';
import { useMay } from '#lib/api/session.ts';
import { hearLines, useTranscription, type Hearable } from '#lib/api/transcriptions.ts';

interface HearScriptProps {
  readonly of: Hearable;
  readonly script: Script | undefined;
  /** Why nothing can be heard yet; `null` where it can. */
  readonly missing: string | null;
}

/** Has a script heard where nobody gave one: what the voice says, or only where it speaks. */
export function HearScript({ of, script, missing }: HearScriptProps): ReactElement | null {
  const t = useTranslations('dub');
  const common = useTranslations('common');
  const may = useMay();
  const changed = useChange('runs', 'scripts', 'titles');
  const models = useModels(may('models:read')).data;
  const { data: run } = useTranscription(of, may('runs:read'));
  const [starting, setStarting] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  if (!may('runs:read') || (script !== undefined && script.heard === null)) return null;
  if (run?.state === 'running' || run?.state === 'paused') return <Hearing run={run} />;
  const start = async (words: boolean): Promise<void> => {
    setStarting(words);
    setProblem(null);
    try {
      await changed(hearLines(of, words));
    } catch (error) {
      setProblem(error);
    } finally {
      setStarting(null);
    }
  };
  const acts = { disabled: !may('scripts:create') || missing !== null || starting !== null };
  const title = may('scripts:create') ? (missing ?? undefined) : common('notAllowed');
  return (
    <div className="flex flex-col gap-2 border-t border-line p-3">
      <Failure run={run} script={script} problem={problem} />
      {models?.speech.length === 0 && <p className="text-dim">{t('noModelHint')}</p>}
      <div className="flex flex-wrap gap-2">
        <Button
          {...acts}
          title={title}
          icon={AudioLines}
          busy={starting === true}
          onClick={() => void start(true)}
        >
          {t(of.dub === null ? 'hearFilmWords' : 'hearWords')}
        </Button>
        {script === undefined && (
          <Button
            {...acts}
            title={title}
            icon={AudioWaveform}
            busy={starting === false}
            onClick={() => void start(false)}
          >
            {t('hearSounds')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface FailureProps {
  readonly run: Run | null | undefined;
  readonly script: Script | undefined;
  readonly problem: unknown;
}

/** Why nothing was heard, unless a script came since. */
function Failure({ run, script, problem }: FailureProps): ReactElement | null {
  const failed = run?.state === 'failed' || run?.state === 'failed-in-part';
  const since = run && script && new Date(script.madeAt) > new Date(run.madeAt);
  if (problem !== null) return <ProblemNote error={problem} />;
  return failed && !since && run.reason !== null ? <ProblemNote error={new Error(run.reason)} /> : null;
}

function Hearing({ run }: { readonly run: Run }): ReactElement {
  const t = useTranslations('dub');
  const work = useTranslations('work');
  const may = useMay();
  const job = useJobOf(run.id);
  const { act } = useRunActs();
  return (
    <div className="flex flex-col gap-1.5 border-t border-line p-3" role="status">
      <p className="flex items-center justify-between gap-2">
        <span>{job === null ? t('hearWaits') : work('stage-hearLines')}</span>
        <span className="flex items-center gap-2">
          <LinkButton kind="quiet" href={`/work/${run.id}`}>
            {t('seeWork')}
          </LinkButton>
          <Button
            kind="quiet"
            icon={Square}
            disabled={!may('runs:edit')}
            onClick={() => void act(run.id, 'cancel')}
          >
            {t('hearStop')}
          </Button>
        </span>
      </p>
      <Progress label={work('stage-hearLines')} share={shareOfJob(job)} />
    </div>
  );
}

/** The text of a line whose words nobody has written. */
const UNKNOWN_WORDS = '…';

/** What a script is that nobody gave, as long as its words are missing or unchecked. */
export function HeardNote({ script: { id, heard } }: { readonly script: Script }): ReactElement | null {
  const t = useTranslations('dub');
  const lines = useLines(heard?.origin === 'draft' ? id : undefined).data;
  if (heard === null) return null;
  if (heard.origin === 'transcribed')
    return <p className="text-warn">{t('isTranscribed', { model: heard.model?.name ?? '' })}</p>;
  const count = lines?.filter(({ text }) => text === UNKNOWN_WORDS).length ?? 0;
  return lines === undefined || count > 0 ? <p className="text-warn">{t('isDraft', { count })}</p> : null;
}
