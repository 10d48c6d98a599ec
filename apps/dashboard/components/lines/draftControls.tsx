'use client';

import type { ReactElement, ReactNode } from 'react';
import { Refusal } from '@mondwerk/film';
import { Clapperboard } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { usePlayerState, type FilmPlayer } from '#components/player/index.ts';
import { Badge, Button, classes, LinkButton, ProblemNote, Progress } from '#components/ui/index.ts';
import type { LineSettings } from '#lib/api/lines.ts';
import { useMay } from '#lib/api/session.ts';
import { usePassedWords } from './passedWords.ts';
import type { Drafting } from './useDrafts.ts';

interface DraftControlsProps {
  readonly drafting: Drafting;
  readonly settings: LineSettings;
  readonly player: FilmPlayer | undefined;
  readonly title: string;
  readonly dub: string;
  /** Begins a check, where there was none. */
  readonly onCheck: () => void;
}

/** Asks for a draft of the line, tells how far it is, and compares it with the film. */
export function DraftControls(props: DraftControlsProps): ReactElement {
  const { drafting, settings, player } = props;
  const t = useTranslations('lines');
  const common = useTranslations('common');
  const may = useMay()('drafts:create');
  const { draft, making, share, problem } = drafting;
  const ready = draft?.state === 'ready';
  return (
    <section aria-label={t('draft')} className="flex flex-col gap-1.5 border-b border-line px-3 py-2">
      <div className="flex items-center gap-2">
        <Button
          kind="main"
          icon={Clapperboard}
          busy={making}
          disabled={!may}
          title={may ? t('draftHint') : common('notAllowed')}
          onClick={() => void drafting.ask(settings)}
        >
          {t('draft')}
        </Button>
        {ready && player && <Sides player={player} />}
        {ready && drafting.isOld(settings) && <Badge tone="warn">{t('draftOld')}</Badge>}
        {making && <Progress label={t('draft')} share={share} className="flex-1" />}
      </div>
      {making && (
        <p role="status" className="text-dim">
          {t('drafting')}
        </p>
      )}
      {ready && !making && <Made draft={draft} />}
      {problem !== null && !making && <Problem {...props} />}
    </section>
  );
}

/** Which picture is shown: the film's, or the draft's. */
function Sides({ player }: { readonly player: FilmPlayer }): ReactElement {
  const t = useTranslations('lines');
  const mode = usePlayerState(player, (state) => state.view.mode);
  return (
    <div role="group" aria-label={t('picture')} className="flex rounded-md border border-line">
      {(['original', 'dub'] as const).map((side) => (
        <button
          key={side}
          type="button"
          aria-pressed={mode === side}
          onClick={() => player.setView({ mode: side })}
          className={classes(
            'h-6 rounded-sm px-2',
            mode === side ? 'bg-hover text-accent' : 'text-dim hover:text-text',
          )}
        >
          {t(side === 'dub' ? 'pictureDraft' : 'pictureFilm')}
        </button>
      ))}
    </div>
  );
}

/** How many mouths a draft changed, and why others stayed. */
function Made({ draft }: { readonly draft: NonNullable<Drafting['draft']> }): ReactElement {
  const t = useTranslations('lines');
  const reasonOf = usePassedWords();
  const passed = draft.passed.map(({ reason, mouths }) => `${reasonOf(reason)} (${mouths})`).join(', ');
  return (
    <p className="text-xs text-dim">
      {t('drafted', { count: draft.rendered ?? 0 })}
      {passed !== '' && ` ${t('draftPassed', { reasons: passed })}`}
    </p>
  );
}

function Problem({ drafting: { problem }, title, dub, onCheck }: DraftControlsProps): ReactNode {
  const t = useTranslations('lines');
  const code = problem instanceof Refusal ? problem.code : '';
  return (
    <div className="flex flex-col gap-2">
      <ProblemNote error={problem} />
      {code.startsWith('rights') && (
        <div>
          <LinkButton href={`/titles/${title}/cast`}>{t('toRights')}</LinkButton>
        </div>
      )}
      {(code === 'plan-missing' || code === 'plan-not-ready') && (
        <div>
          <Button onClick={onCheck}>{t('checkFirst')}</Button>
        </div>
      )}
      {code === 'line-not-said' && (
        <div>
          <LinkButton href={`/titles/${title}/dubs/${dub}`}>{t('toCheck')}</LinkButton>
        </div>
      )}
    </div>
  );
}
