import { useEffect, useMemo } from 'react';
import { framesOf, type FrameSpan, type TimeSpan } from '@mondwerk/film';
import { useFilmPlayer, type FilmPlayerAsked, type PlayedTake } from '#components/player/index.ts';
import { draftPreviewUrl, type Draft } from '#lib/api/drafts.ts';
import { planVoiceUrl, type PlanInFull } from '#lib/api/planLines.ts';
import type { FrameTimes } from '#lib/film/index.ts';

/** Seconds before and after a line that are played with it. */
const AROUND = 0.3;

const NONE: readonly PlayedTake[] = [];

/** What is played of a line. */
interface PlayedLine {
  readonly source: string;
  readonly plan: PlanInFull | null | undefined;
  /** Where the line is said; `null` where nobody knows. */
  readonly span: TimeSpan | null;
  readonly draft: Draft | undefined;
}

/** A player that loops over a line, with the dub's voice where there is one, and the draft's picture once it is ready. */
export function usePlayedLine({ source, plan, span, draft }: PlayedLine): FilmPlayerAsked {
  const voice = plan?.hearing ? planVoiceUrl(plan.id) : null;
  const preview = draft?.state === 'ready' && draft.frames !== null ? draft : undefined;
  const takes = useMemo(
    () =>
      preview === undefined ? NONE : [{ preview: draftPreviewUrl(preview.id), frames: preview.frames! }],
    [preview],
  );
  const asked = useFilmPlayer({ source, takes, voice });
  const { player } = asked;
  useEffect(() => player?.setSound(voice === null ? 'original' : 'dub'), [player, voice]);
  const drafted = preview?.id;
  useEffect(() => player?.setView({ mode: drafted === undefined ? 'original' : 'dub' }), [player, drafted]);
  useEffect(() => {
    // A draft that has just been made is shown moving.
    if (drafted !== undefined) player?.play();
  }, [player, drafted]);
  useLoop(asked, span);
  return asked;
}

function useLoop({ player }: FilmPlayerAsked, span: TimeSpan | null): void {
  const start = span?.start;
  const end = span?.end;
  useEffect(() => {
    if (player === undefined) return;
    if (start === undefined || end === undefined) return player.loop(null);
    const frames = loopOf(player.times, { start, end });
    player.loop(frames);
    if (!player.state.playing) player.seek(frames.start);
  }, [player, start, end]);
}

/** The frames that are played over and over for a line. */
export function loopOf({ clock, count }: FrameTimes, { start, end }: TimeSpan): FrameSpan {
  const frames = framesOf(clock, { start: Math.max(0, start - AROUND), end: end + AROUND });
  return frames.end > frames.start ? frames : { start: 0, end: count };
}
