'use client';

import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Button, Dialog, ProblemNote } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';
import { useMay } from '#lib/api/session.ts';
import type { SourceTimeline } from '#lib/api/timeline.ts';
import { ChosenFace } from './chosenFace.tsx';
import { FaceField } from './faceField.tsx';
import { FootageField } from './footageField.tsx';
import { shotsWith } from './replacedShots.ts';
import { EMPTY_DRAFT, flawsOf, isSeen, type Flaw, type ReplacementDraft } from './replacementDraft.ts';
import type { RightsOfFaces } from './rightsOfFaces.ts';
import { ShotsField } from './shotsField.tsx';
import { ShownSide } from './shownSide.tsx';
import { Side } from './side.tsx';
import type { FilmFacts } from './useFilmFacts.ts';
import { useFootage } from './useFootage.ts';
import { useMaking } from './useMaking.ts';

interface NewReplacementDialogProps {
  readonly title: string;
  /** Those of the film, and those who were only named. */
  readonly performers: readonly Performer[];
  readonly timeline: SourceTimeline;
  readonly film: FilmFacts;
  readonly rights: RightsOfFaces | null;
  readonly onClose: () => void;
  readonly onMade: (replacement: string) => void;
}

const NO_FLAWS: ReadonlySet<Flaw> = new Set();

/** Asks who is replaced, who is shown, and in which shots, and says what rights are missing of both. */
export function NewReplacementDialog(props: NewReplacementDialogProps): ReactElement {
  const { title, performers, timeline, film, rights, onClose, onMade } = props;
  const t = useTranslations('replacement');
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [tried, setTried] = useState(false);
  const desk = useFootage(title, null);
  const files = desk.files.filter(({ meantFor }) => meantFor === null);
  const { busy, problem, make } = useMaking(title, desk);
  const all = flawsOf(draft, { performers, footage: files.length });
  const flaws = tried ? all : NO_FLAWS;
  const flaw = (name: Flaw): string | undefined => (flaws.has(name) ? t(`flaw-${name}`) : undefined);
  const change = (changes: Partial<ReplacementDraft>): void =>
    setDraft((before) => ({ ...before, ...changes }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (all.size > 0) return;
    const made = await make(draft, files);
    if (made !== null) onMade(made);
  };
  const replaced = performers.find(({ id }) => id === draft.replaced) ?? null;
  const shown = performers.find(({ id }) => id === draft.shown);
  const ofFilm = draft.from === 'cast' && shown !== undefined && isSeen(shown);
  return (
    <Dialog open onClose={onClose} title={t('add')} wide>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Side legend={t('whoReplaced')} hint={t('whoReplacedHint')}>
            <FaceField
              autoFocus
              label={t('whoReplaced')}
              performers={performers.filter(isSeen)}
              chosen={replaced}
              problem={flaw('replaced')}
              onPick={({ id }) => change({ replaced: id, shots: null })}
            >
              {replaced && <ChosenFace key={replaced.id} performer={replaced} rights={rights} />}
            </FaceField>
          </Side>
          <ShownSide {...{ title, draft, performers, rights, flaws }} onChange={change} />
        </div>
        <FootageField
          {...{ desk, files }}
          hint={ofFilm ? t('footageOfFilm', { name: shown.name }) : t('footageHint')}
          problem={flaw('footage')}
        />
        {replaced && (
          <ShotsField
            name={replaced.name}
            shots={shotsWith(timeline, replaced.id)}
            chosen={draft.shots}
            {...film}
            problem={flaw('shots')}
            onChange={(shots) => change({ shots })}
          />
        )}
        {problem !== null && <ProblemNote error={problem} />}
        <Foot busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function Foot({ busy, onClose }: { readonly busy: boolean; readonly onClose: () => void }): ReactElement {
  const t = useTranslations('replacement');
  const words = useTranslations('common');
  const allowed = useMay()('replacements:create');
  return (
    <div className="flex items-end justify-between gap-4 border-t border-line pt-3">
      <p className="text-xs text-dim">{t('rightsWhy')}</p>
      <div className="flex shrink-0 gap-2">
        <Button onClick={onClose}>{words('cancel')}</Button>
        <Button
          kind="main"
          type="submit"
          busy={busy}
          disabled={!allowed}
          title={allowed ? undefined : words('notAllowed')}
        >
          {t('make')}
        </Button>
      </div>
    </div>
  );
}
