'use client';

import type { ReactElement } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Progress, useProblemText } from '#components/ui/index.ts';
import type { JobNews } from '#lib/api/live.ts';
import type { TitleAtAGlance } from '#lib/api/overview.ts';
import { isGoing, useMeasures, type UploadProgress } from '#lib/upload/index.ts';

/** The stages of an analysis, in their order. */
const STAGES = ['probe', 'makeProxy', 'cutShots', 'trackFaces', 'findPerformers'] as const;

/** How far the upload of a title's film is, or why there is none. */
export function UploadLine({ upload }: { readonly upload: UploadProgress }): ReactElement {
  const t = useTranslations();
  const { percent, time } = useMeasures();
  const { sentence } = useProblemText()(upload.problem);
  const { state, sent, bytes, secondsLeft, name } = upload;
  if (state === 'refused' || state === 'failed') return <ProblemLine sentence={sentence} />;
  if (state === 'checking') return <WorkLine name={t('titles.uploadChecked')} share={null} />;
  const share = bytes === 0 ? 0 : sent / bytes;
  const left = secondsLeft === null ? '' : ` · ${t('uploads.left', { time: time(secondsLeft) })}`;
  const text = t(isGoing(upload) ? 'titles.uploading' : 'titles.uploadStopped');
  return <WorkLine name={`${text} · ${name}`} share={share} told={percent(share) + left} />;
}

const ProblemLine = ({ sentence }: { readonly sentence: string | null }): ReactElement => (
  <p className="flex items-start gap-1.5 text-bad">
    <CircleAlert size={14} aria-hidden className="mt-0.5 shrink-0" />
    <span className="wrap-anywhere">{sentence}</span>
  </p>
);

interface AnalysisProps {
  readonly source: NonNullable<TitleAtAGlance['source']>;
  /** What is heard of the jobs of the title. */
  readonly jobs: readonly JobNews[];
}

/** How far the analysis of a film is, as it happens; or why it failed. Nothing once that is over. */
export function AnalysisLines({ source: { state, problem }, jobs }: AnalysisProps): ReactElement | null {
  const t = useTranslations();
  const { percent } = useMeasures();
  if (state === 'failed') return <ProblemLine sentence={problem} />;
  if (state === 'ready') return null;
  const stages = STAGES.flatMap((stage) => jobs.filter((job) => job.stage === stage).slice(0, 1));
  if (stages.length === 0) {
    const name = state === 'waiting' ? t('titles.waitsForWorker') : t('waits.analyse-film', { count: 0 });
    return <WorkLine name={name} share={null} />;
  }
  return (
    <>
      {stages.map(({ stage, done, total }) => {
        const share = total === null || total === 0 ? null : done / total;
        const told = share === null ? undefined : percent(share);
        return (
          <WorkLine
            key={stage}
            name={t(`titles.${stage as (typeof STAGES)[number]}`)}
            share={share}
            told={told}
          />
        );
      })}
    </>
  );
}

interface WorkLineProps {
  readonly name: string;
  readonly share: number | null;
  readonly told?: string | undefined;
}

const WorkLine = ({ name, share, told }: WorkLineProps): ReactElement => (
  <div className="flex min-h-6 flex-wrap items-center gap-x-3 lg:grid lg:grid-cols-[minmax(8rem,16rem)_minmax(4rem,10rem)_minmax(0,1fr)] 2xl:grid-cols-[22rem_16rem_minmax(0,1fr)]">
    <span className="truncate" title={name}>
      {name}
    </span>
    <Progress label={name} share={share} className="max-w-32 lg:max-w-none" />
    <span className="truncate text-dim tabular-nums">{told}</span>
  </div>
);
