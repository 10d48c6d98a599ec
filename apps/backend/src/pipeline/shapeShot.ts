import {
  framesOf,
  middleOf,
  SILENCE,
  type FilmClock,
  type FrameSpan,
  type Line,
  type MouthCue,
  type Phone,
} from '@mondwerk/film';
import {
  editCues,
  emphasise,
  enforceCues,
  predictMotion,
  spreadCues,
  type Atlas,
  type LineEdit,
  type SyllableGain,
  type WantedTrack,
} from '@mondwerk/lipsync';
import type { DubbedTrack } from './casting/dubbedTracks.ts';
import { phonesSaidIn } from './casting/phonesSaidBy.ts';
import type { CheckedFilm } from './checkedFilm.ts';
import type { CheckedOrder } from './checkedOrder.ts';
import { AS_SAID } from './lineSettings.ts';
import { markedCues } from './markedCues.ts';
import type { PerformerMotion } from './stages/learnMotion.ts';

/** What the mouths of one shot shall do: cues as reviewers name them, and the motion of every dubbed track. */
export interface ShotCues {
  readonly cues: readonly MouthCue[];
  readonly wanted: readonly { readonly performer: string; readonly track: WantedTrack }[];
}

/** What the mouths of a shot are shaped by. */
export interface Shaping extends Pick<CheckedFilm, 'film'>, Pick<CheckedOrder, 'lineSettings' | 'strengths'> {
  /** The lines of the script, for the marks that people set in them. */
  readonly lines: readonly Line[];
  readonly phones: readonly Phone[];
  /** How each performer follows the loudness of the voice. */
  readonly loudness: ReadonlyMap<string, readonly SyllableGain[]>;
  readonly atlases: readonly Atlas[];
  readonly motions: readonly PerformerMotion[];
}

/** Shapes the mouths of one shot; with a window, only in its frames. */
export function shapeShot(tracks: readonly DubbedTrack[], shaping: Shaping, window?: FrameSpan): ShotCues {
  const shaped = shaping.motions.flatMap((motion) =>
    tracks
      .filter(({ performer }) => performer === motion.performer)
      .map((track) => shapeTrack(track, motion, shaping, window)),
  );
  return {
    cues: distinct(shaped.flatMap(({ cues }) => cues)),
    wanted: shaped.map(({ performer, wanted }) => ({ performer, track: wanted })),
  };
}

/** Two tracks of one performer in a shot say the same lines. */
const distinct = (cues: readonly MouthCue[]): MouthCue[] => [
  ...new Map(cues.map((cue) => [`${cue.line} ${cue.shape} ${cue.span.start}`, cue])).values(),
];

interface ShapedTrack {
  readonly performer: string;
  readonly wanted: WantedTrack;
  readonly cues: readonly MouthCue[];
}

function shapeTrack(
  track: DubbedTrack,
  { performer, prior }: PerformerMotion,
  shaping: Shaping,
  window: FrameSpan = track.span,
): ShapedTrack {
  const { film, phones, lineSettings } = shaping;
  const { rest } = shaping.atlases.find((atlas) => atlas.performer === performer)!;
  const span = { start: Math.max(track.span.start, window.start), end: Math.min(track.span.end, window.end) };
  const said = phonesSaidIn(track.lines, phones, film.clock.end);
  const settings = lineSettings.filter(({ line }) => track.lines.includes(line));
  const edited = editCues(said, withStrength(settings, track, shaping.strengths.get(performer) ?? 1));
  const times = middlesOf(film.clock, span);
  const frameLength = film.rate.den / film.rate.num;
  const marked = markedCues(edited, { ...shaping, said, settings, track, frameLength });
  const cues = spreadCues(marked, times, frameLength);
  const gains = [...edited.gains, ...movedGains(shaping.loudness.get(performer) ?? [], track, settings)];
  const predicted = emphasise(predictMotion(prior, edited.phones, times), gains, times);
  const { displacement } = enforceCues(predicted, cues, times, frameLength, rest);
  const left = settings.filter(({ leave }) => leave).map(({ line }) => line);
  const leftFrames = left.map((line) => framesSaying(line, said, shaping));
  return {
    performer,
    wanted: {
      ...wantedOf(track, span, displacement),
      ...(leftFrames.length > 0 && { left: leftFrames }),
    },
    cues: cues.filter(({ line }) => line >= 0 && !left.includes(line)),
  };
}

type Settings = CheckedOrder['lineSettings'];

/** A performer's own strength counts in every line, times what people want of the line. */
function withStrength(settings: Settings, { lines }: DubbedTrack, strength: number): readonly LineEdit[] {
  if (strength === 1) return settings;
  return lines.map((line) => {
    const own = settings.find((each) => each.line === line) ?? { ...AS_SAID, line };
    return { ...own, strength: own.strength * strength };
  });
}

/** How the track's lines follow the voice, where people have them said. */
const movedGains = (
  gains: readonly SyllableGain[],
  { lines }: DubbedTrack,
  settings: Settings,
): SyllableGain[] =>
  gains
    .filter(({ line }) => lines.includes(line))
    .map(({ line, gain, span }) => {
      const { offset } = settings.find((each) => each.line === line) ?? AS_SAID;
      return { line, gain, span: { start: span.start + offset, end: span.end + offset } };
    });

const middlesOf = (clock: FilmClock, { start, end }: FrameSpan): Float64Array =>
  Float64Array.from({ length: Math.max(0, end - start) }, (_, at) => middleOf(clock, start + at));

/** Those in which a line is heard; of one that nobody says in the voice, those that its script gives it. */
function framesSaying(
  line: number,
  phones: readonly Phone[],
  { film: { clock }, lines }: Pick<Shaping, 'film' | 'lines'>,
): FrameSpan {
  const own = phones.filter((phone) => phone.line === line && phone.ipa !== SILENCE);
  const scripted = lines.find(({ index }) => index === line)?.span;
  if (own.length === 0) return scripted ? framesOf(clock, scripted) : { start: 0, end: 0 };
  return framesOf(clock, { start: own[0].span.start, end: own[own.length - 1].span.end });
}

/** A track that begins or ends inside its shot shows the old mouth beyond, so the new one must come and go softly. */
const wantedOf = (
  { track, span: { start, end }, shot: { frames } }: DubbedTrack,
  span: FrameSpan,
  displacement: Float32Array,
): WantedTrack => ({
  track,
  span,
  displacement,
  easeEnds: {
    first: span.start === start && start > frames.start,
    last: span.end === end && end < frames.end,
  },
});
