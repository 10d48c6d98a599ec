'use client';

import { useMemo, useState } from 'react';
import { contains, type FrameSpan } from '@mondwerk/film';
import { useTranslations } from 'use-intl';
import type { FilmPlayer } from '#components/player/index.ts';
import { usePeople } from '#lib/api/people.ts';
import { useMay, useSession } from '#lib/api/session.ts';
import type { Note } from '#lib/api/notes.ts';
import type { ReviewFlag } from '#lib/api/flags.ts';
import type { Decision } from '#lib/api/takes.ts';
import { flagsOf, nextFrame, notesOn } from './moments.ts';
import { nextToReview, passes, type ReviewShot, type ShotFilter } from './reviewShots.ts';
import { useComposing, type Composing } from './useComposing.ts';
import { useMouthZoom } from './useMouthZoom.ts';
import type { Place } from './usePlace.ts';
import type { ReviewData } from './useReviewData.ts';
import type { ReviewActs } from './useReviewKeys.ts';
import { takeBefore, type Sides } from './useSides.ts';
import type { VerdictQueue } from './verdictQueue.ts';
import { canBeSentBack } from './verdictBar.tsx';

/** What the review room is put together from. */
interface DeskParts {
  readonly data: ReviewData;
  readonly shots: readonly ReviewShot[];
  readonly player: FilmPlayer | undefined;
  readonly place: Place;
  readonly sides: Sides;
  readonly queue: VerdictQueue;
}

/** What somebody who reviews sees and can do. */
export interface ReviewDeskState extends ReviewActs {
  readonly place: Place;
  readonly sides: Sides;
  readonly composing: Composing;
  readonly shotNotes: readonly Note[];
  readonly shotFlags: readonly ReviewFlag[];
  readonly filter: ShotFilter;
  readonly setFilter: (filter: ShotFilter) => void;
  readonly mayDecide: boolean;
  readonly mayChange: (note: Note) => boolean;
  readonly nameOf: (person: string | null) => string;
  /** Whether the take is being sent back right now, and on which frames somebody looked. */
  readonly sendingBack: FrameSpan | null;
  readonly beginSendBack: () => void;
  readonly endSendBack: () => void;
  readonly decide: (decision: Decision) => void;
  readonly beginNote: () => void;
}

/** Puts together what the review room does. */
export function useReviewDesk({ data, shots, player, place, sides, queue }: DeskParts): ReviewDeskState {
  const mayDecide = useMay()('verdicts:create');
  const composing = useComposing();
  const who = useWho();
  const [filter, setFilter] = useState<ShotFilter>('to-review');
  const [sendingBack, setSendingBack] = useState<FrameSpan | null>(null);
  const { shot } = place;
  const mouth = useMouthZoom(player, shot?.index);
  const { shown } = sides;
  const shotNotes = useMemo(() => (shot ? notesOn(data.notes, shot) : []), [data.notes, shot]);
  const shotFlags = useMemo(() => flagsOf(data.flags, shown?.id), [data.flags, shown?.id]);
  const goOn = (): void => {
    const next = nextToReview(shots, shot?.index ?? -1);
    if (next) place.goTo(next);
  };
  const decide = (decision: Decision): void => {
    if (shown === undefined || shot === undefined) return;
    queue.add(shown, decision);
    setSendingBack(null);
    goOn();
  };
  const beginNote = (): void => {
    if (player && shot && composing.draft === null) composing.begin(player, shot, shown?.id ?? null);
  };
  const beginSendBack = (): void => {
    if (!mayDecide || !player || !shown || !canBeSentBack(shown)) return;
    player.pause();
    setSendingBack(looksAt(player, shown.frames));
  };
  return {
    ...{ place, sides, composing, shotNotes, shotFlags, filter, setFilter, mayDecide, mouth },
    ...{ sendingBack, decide, beginSendBack, beginNote },
    ...who,
    ...movesOf({ data, shots, player, place, queue, filter }),
    writing: composing.draft !== null,
    endSendBack: () => setSendingBack(null),
    approve: () => {
      if (!mayDecide || shown === undefined) return;
      if (shown.state !== 'approved') decide({ verdict: 'approved' });
      else goOn();
    },
    sendBack: beginSendBack,
    note: beginNote,
    compare: () => sides.compareWith(sides.against ? null : (takeBefore(sides.takes, shown)?.id ?? null)),
  };
}

interface Moving extends Pick<DeskParts, 'data' | 'shots' | 'player' | 'place' | 'queue'> {
  readonly filter: ShotFilter;
}

/** Going from one thing to the next. */
function movesOf({ data, shots, player, place, queue, filter }: Moving): Moves {
  const goAmong = (frames: readonly number[], forwards: boolean): void => {
    const to = nextFrame(frames, player?.state.frame ?? 0, forwards);
    if (to !== undefined) place.goToFrame(to);
  };
  return {
    takeBack: () => {
      const undone = queue.undo();
      const back = shots.find(({ index }) => index === undone?.take.index);
      if (back) place.goTo(back);
    },
    toShot: (forwards) => {
      const listed = shots.filter((each) => passes(filter, each));
      const from = place.shot?.index ?? -1;
      const to = forwards
        ? listed.find(({ index }) => index > from)
        : listed.findLast(({ index }) => index < from);
      if (to) place.goTo(to);
    },
    toFlag: (forwards) => goAmong(framesOf(data.flags), forwards),
    toNote: (forwards) =>
      goAmong(
        data.notes.map(({ start }) => start),
        forwards,
      ),
  };
}

type Moves = Pick<ReviewActs, 'takeBack' | 'toShot' | 'toFlag' | 'toNote'>;

const framesOf = (flags: readonly ReviewFlag[]): number[] => flags.map(({ frame }) => frame);

/** The loop that somebody has set within a take, else the frame under the playhead. */
function looksAt({ state: { frame, loop } }: FilmPlayer, take: FrameSpan): FrameSpan {
  const own = loop !== null && (loop.start > take.start || loop.end < take.end) && contains(take, loop.start);
  return own ? { start: loop.start, end: Math.min(take.end, loop.end) } : { start: frame, end: frame + 1 };
}

const EDITORS: readonly string[] = ['administrator', 'producer'];

/** Who is who, and whose notes may be changed. */
function useWho(): Pick<ReviewDeskState, 'nameOf' | 'mayChange'> {
  const t = useTranslations('review');
  const { data: session } = useSession();
  const { data: people = [] } = usePeople();
  const me = session?.person;
  return {
    nameOf: (person) => {
      if (person === null) return t('somebody');
      if (person === me?.id) return me.name;
      return people.find(({ id }) => id === person)?.name ?? t('somebody');
    },
    mayChange: ({ author }) => me !== undefined && (author === me.id || EDITORS.includes(me.role)),
  };
}
