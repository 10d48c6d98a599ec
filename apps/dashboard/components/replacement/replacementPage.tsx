'use client';

import { useState, type ReactElement } from 'react';
import { useRouter } from 'next/navigation';
import { ArrowRight, ClipboardList, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import { Await, Button, ConfirmDialog, LinkButton, Panel, Portrait } from '#components/ui/index.ts';
import { usePerformers, type Performer } from '#lib/api/cast.ts';
import { useChange } from '#lib/api/change.ts';
import { deleteDub } from '#lib/api/dubs.ts';
import { useReplacement, type Replacement } from '#lib/api/replacements.ts';
import { useMay } from '#lib/api/session.ts';
import { pictureOf } from './facePair.tsx';
import { FootagePanel } from './footagePanel.tsx';
import { isSeen } from './replacementDraft.ts';
import type { RightsOfFaces } from './rightsOfFaces.ts';
import { ShotsPanel } from './shotsPanel.tsx';
import { WholeFaceRights } from './wholeFaceRights.tsx';

interface ReplacementPageProps {
  readonly title: string;
  readonly replacement: string;
  /** `null` for those who may not see rights. */
  readonly rights: RightsOfFaces | null;
}

const NOBODY: readonly Performer[] = [];

/** Whose face goes and whose comes, with their rights, the donor footage and the shots of one replacement. */
export function ReplacementPage({ title, replacement: id, rights }: ReplacementPageProps): ReactElement {
  const { data: performers = NOBODY } = usePerformers(title, useMay()('performers:read'));
  return (
    <Await of={useReplacement(id)}>
      {(replacement) => <Desk {...{ title, replacement, rights, performers }} />}
    </Await>
  );
}

interface DeskProps {
  readonly title: string;
  readonly replacement: Replacement;
  readonly rights: RightsOfFaces | null;
  readonly performers: readonly Performer[];
}

function Desk({ title, replacement, rights, performers }: DeskProps): ReactElement {
  const t = useTranslations();
  const router = useRouter();
  const [replaced, shown] = [replacement.replaced, replacement.shown].map(
    (one) => performers.find(({ id }) => id === one.id) ?? one,
  );
  const plan = `/titles/${title}/dubs/${replacement.id}/plan`;
  useShortcuts('replacement', t('shell.here'), [
    { keys: 'p', does: t('replacement.toPlan'), run: () => router.push(plan) },
  ]);
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 p-4">
      <Panel
        title={t('replacement.pair', { replaced: replaced.name, shown: shown.name })}
        acts={
          <>
            <Deleting title={title} id={replacement.id} />
            <LinkButton kind="main" icon={ClipboardList} href={plan}>
              {t('replacement.toPlan')}
            </LinkButton>
          </>
        }
      >
        <div className="grid items-center gap-4 p-3 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
          <Face word={t('replacement.replaced')} {...{ rights }} performer={replaced} />
          <ArrowRight size={28} aria-hidden className="hidden text-dim sm:block" />
          <Face word={t('replacement.shown')} {...{ rights }} performer={shown} />
        </div>
        <p className="border-t border-line px-3 py-2 text-dim">{t('replacement.rightsWhy')}</p>
      </Panel>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <FootagePanel
          title={title}
          replacement={replacement}
          ofFilm={performers.some((each) => each.id === shown.id && isSeen(each))}
        />
        <ShotsPanel replacement={replacement} />
      </div>
    </div>
  );
}

interface FaceProps extends Pick<DeskProps, 'rights'> {
  readonly word: string;
  readonly performer: Parameters<typeof pictureOf>[0];
}

function Face({ word, performer, rights }: FaceProps): ReactElement {
  return (
    <section aria-label={word} className="flex min-w-0 items-center gap-3">
      <Portrait src={pictureOf(performer)} name="" className="size-28 rounded-md" />
      <div className="flex min-w-0 flex-col items-start gap-1.5">
        <p className="text-dim">{word}</p>
        <h3 className="max-w-full truncate text-base">{performer.name}</h3>
        {rights && <WholeFaceRights performer={performer} rights={rights} />}
      </div>
    </section>
  );
}

function Deleting({ title, id }: { readonly title: string; readonly id: string }): ReactElement {
  const t = useTranslations();
  const router = useRouter();
  const gone = useChange('dubs', 'titles');
  const allowed = useMay()('replacements:delete');
  const [asking, setAsking] = useState(false);
  const remove = async (): Promise<void> => {
    await gone(deleteDub(id));
    router.push(`/titles/${title}/replacements`);
  };
  return (
    <>
      <Button
        kind="quiet"
        icon={Trash2}
        disabled={!allowed}
        title={allowed ? undefined : t('common.notAllowed')}
        onClick={() => setAsking(true)}
      >
        {t('common.delete')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('replacement.delete')}
        act={t('common.delete')}
        onConfirm={remove}
      >
        {t('replacement.deleteText')}
      </ConfirmDialog>
    </>
  );
}
