'use client';

import { useRef, useState, type MouseEvent, type ReactElement } from 'react';
import { Await } from '#components/ui/index.ts';
import { useTracks, type FaceTrack, type Performer } from '#lib/api/cast.ts';
import { useMay } from '#lib/api/session.ts';
import { mostSeenFirst } from './castChanges.ts';
import { rangeAdded, toggled } from './choosing.ts';
import type { CastFacts } from './cardGrid.tsx';
import { FacesHeader } from './facesHeader.tsx';
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
  return (
    <>
      <FacesHeader
        {...{ performer, facts, rights, mayEdit, renaming, onBack }}
        onRename={rename}
        onSave={(name) => void edits.rename(performer, name)}
        onStrengthen={(strength) => void edits.strengthen(performer, strength)}
      />
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
