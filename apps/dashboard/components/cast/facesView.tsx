'use client';

import { useRef, useState, type MouseEvent, type ReactElement } from 'react';
import { ArrowLeft, ScrollText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Await, Button, IconButton, Portrait } from '#components/ui/index.ts';
import { useTracks, type FaceTrack, type Performer } from '#lib/api/cast.ts';
import { useMay } from '#lib/api/session.ts';
import { mostSeenFirst } from './castChanges.ts';
import { rangeAdded, toggled } from './choosing.ts';
import { FaceFacts } from './faceFacts.tsx';
import { facePicture } from './facePicture.ts';
import type { CastFacts } from './cardGrid.tsx';
import { NameField } from './nameField.tsx';
import type { RightsOfCast } from './rightsOfCast.ts';
import { SplitBar } from './splitBar.tsx';
import { TrackGrid } from './trackGrid.tsx';
import { useCastEdits } from './useCastEdits.ts';
import { useFacesKeys } from './useFacesKeys.ts';

interface FacesViewProps {
  readonly title: string;
  readonly performer: Performer;
  readonly performers: readonly Performer[];
  readonly facts: CastFacts;
  readonly rights: RightsOfCast | null;
  readonly onBack: () => void;
}

/** Every face of one performer, shot by shot: those that are somebody else's are chosen and given away. */
export function FacesView(props: FacesViewProps): ReactElement {
  const { performer } = props;
  const tracks = useTracks(performer.id);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Await of={tracks}>{(all) => <Faces {...props} tracks={all} />}</Await>
    </div>
  );
}

function Faces(props: FacesViewProps & { readonly tracks: readonly FaceTrack[] }): ReactElement {
  const { title, performer, performers, facts, rights, onBack } = props;
  const t = useTranslations('cast');
  const mayEdit = useMay()('performers:edit');
  const edits = useCastEdits(title);
  const [renaming, rename] = useState(false);
  const [all, choose] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const tracks = props.tracks.toSorted((a, b) => a.start - b.start);
  const order = tracks.map(({ id }) => id);
  const there = new Set(order);
  const chosen = new Set([...all].filter((id) => there.has(id)));
  const press = (id: string, event: MouseEvent): void => {
    choose(event.shiftKey ? rangeAdded(chosen, order, [last.current, id]) : toggled(chosen, id));
    last.current = id;
  };
  useFacesKeys({
    rename: mayEdit ? () => rename(true) : null,
    toggle: (id) => {
      choose(toggled(chosen, id));
      last.current = id;
    },
    chooseAll: () => choose(there),
    leave: () => (chosen.size > 0 ? choose(new Set()) : onBack()),
    first: order[0] ?? null,
  });
  const where = facts.seen.get(performer.id);
  return (
    <>
      <header className="flex shrink-0 flex-wrap items-start gap-3 border-b border-line p-3">
        <IconButton icon={ArrowLeft} label={t('backToCast')} onClick={onBack} />
        <Portrait src={facePicture(performer)} name="" className="h-18 w-24 rounded-md" />
        <div className="flex w-60 flex-col gap-1">
          {renaming ? (
            <NameField
              name={performer.name}
              label={t('nameOf', { name: performer.name })}
              onSave={(name) => void edits.rename(performer, name)}
              onLeave={() => rename(false)}
            />
          ) : (
            <h2 className="flex h-6 items-center gap-2">
              <span className="truncate">{performer.name}</span>
              {mayEdit && (
                <Button kind="quiet" className="h-6!" onClick={() => rename(true)}>
                  {t('renameIt')}
                </Button>
              )}
            </h2>
          )}
          <FaceFacts
            performer={performer}
            first={where ? facts.timecodeOf(where.first.frame) : null}
            strip={where?.strip ?? ''}
          />
        </div>
        {rights && (
          <div className="flex max-w-xs flex-col items-start gap-1">
            {rights.signsOf(performer.id)}
            <Button icon={ScrollText} onClick={() => rights.open(performer.id)}>
              {t('openRights')}
            </Button>
          </div>
        )}
      </header>
      <SplitBar
        key={performer.id}
        {...{ title, performer, tracks: order, chosen, mayEdit }}
        others={mostSeenFirst(performers).filter(({ id }) => id !== performer.id)}
        onChoose={choose}
        onGone={onBack}
      />
      <div data-scrolls className="min-h-0 flex-1 overflow-auto p-3">
        <TrackGrid {...{ tracks, chosen, timecodeOf: facts.timecodeOf }} onPress={press} />
      </div>
    </>
  );
}
