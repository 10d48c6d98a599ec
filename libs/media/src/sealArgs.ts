import { formatTimecode, type TimeSpan } from '@mondwerk/film';
import { partialName } from './checkOut.ts';
import { streamFormat } from './codedStream.ts';
import { containerOf, type Container } from './container.ts';
import { fillGaps, fillGapsFromZero } from './fillGaps.ts';
import type { Film } from './film.ts';
import { fileArgument } from './program.ts';
import type { Seal } from './sealFilm.ts';
import { soundLabels } from './soundLabels.ts';
import { timecodeStart } from './timecodeStart.ts';

/** An excerpt's sound is decoded from this many seconds before it, so that the decoder is warm. */
const PREROLL = 5;

/** The ffmpeg command that puts the coded picture from its standard input and all sounds into one file. */
export function sealArgs(seal: Seal, codec: string): string[] {
  const { film, voice, out, span } = seal;
  const container = containerOf(out, codec);
  const whole = span.start === 0 && span.end === film.pts.length;
  const time = { start: film.clock.times[span.start], end: film.clock.times[span.end] ?? film.clock.end };
  // The whole film keeps its place after the container's start; an excerpt begins with its picture.
  const lead = whole ? film.start - film.containerStart : 0;
  const from = Math.max(0, film.start - film.containerStart + time.start - PREROLL);
  const own = ownSounds(seal);
  const cuts = whole
    ? []
    : film.audio.map((_, i) => originalFilter(film, i, time, { from, input: own.input }));
  const filters = [...(voice === null ? [] : [voiceFilter(time, lead)]), ...cuts];
  return [
    ...['-v', 'error', '-itsoffset', lead.toFixed(6), '-f', streamFormat(codec), '-i', 'pipe:0'],
    ...(voice === null ? [] : ['-i', fileArgument(voice)]),
    ...[...(whole ? [] : ['-ss', from.toFixed(6)]), '-i', fileArgument(film.path)],
    ...(filters.length === 0 ? [] : ['-filter_complex', filters.join(';')]),
    ...['-map', '0:v:0', ...(voice === null ? [] : ['-map', '[dub]']), '-c:v', 'copy'],
    ...(whole ? copiedSound(film, container, own) : cutSound(film, container, own)),
    ...(voice === null ? [] : encodedSound(0, container.voice)),
    ...['-map_metadata', String(own.input), '-map_chapters', whole ? String(own.input) : '-1'],
    ...timecodeLabel(seal),
    ...soundLabels(seal, container),
    ...(container.boxed ? boxArgs(seal, codec) : []),
    ...['-strict', '-2', '-f', container.muxer, '-y', fileArgument(partialName(out))],
  ];
}

/** Where the film's own sounds come from and go: the number of its input, and of its first sound in OUT. */
interface OwnSounds {
  readonly input: number;
  readonly first: number;
}

const ownSounds = ({ voice }: Seal): OwnSounds =>
  voice === null ? { input: 1, first: 0 } : { input: 2, first: 1 };

/** A film that counts its frames from somewhere goes on doing so, an excerpt from its own first frame. */
function timecodeLabel({ film, span }: Seal): string[] {
  if (film.timecode === undefined || film.variable) return [];
  const first = formatTimecode(span.start, film.rate, timecodeStart(film));
  return ['-metadata:s:v:0', `timecode=${first}`];
}

/**
 * Seconds that the last frame stays. An MP4 counts the lengths of all others from their times, but drops a last frame
 * without one, which NUT cannot tell.
 */
function lastDuration({ film: { clock }, span }: Seal): string {
  const end = clock.times[span.end] ?? clock.end;
  return (end - clock.times[span.end - 1]).toFixed(9);
}

/** The voice, as long as the picture: silence is added at its end, or what is too much is cut. */
function voiceFilter(time: TimeSpan, lead: number): string {
  const cut = `${fillGapsFromZero},apad,atrim=start=${time.start}:end=${time.end},asetpts=PTS-STARTPTS`;
  const delay = lead > 0 ? `,adelay=delays=${(lead * 1000).toFixed(3)}:all=1` : '';
  return `[1:a:0]${cut}${delay}[dub]`;
}

function originalFilter(
  film: Film,
  index: number,
  time: TimeSpan,
  { from, input }: { readonly from: number; readonly input: number },
): string {
  const lead = film.start - film.containerStart - from;
  const start = lead + time.start;
  return (
    `[${input}:a:${index}]${fillGapsFromZero},apad,atrim=start=${start.toFixed(6)}:end=${(lead + time.end).toFixed(6)},` +
    `asetpts=PTS-STARTPTS[original${index}]`
  );
}

function copiedSound(film: Film, container: Container, { input, first }: OwnSounds): string[] {
  return film.audio.flatMap((track, i) => [
    ...['-map', `${input}:${track.index}`],
    ...(container.copies.test(track.codec)
      ? [`-c:a:${i + first}`, 'copy']
      : [`-c:a:${i + first}`, container.otherwise, `-filter:a:${i + first}`, fillGaps]),
  ]);
}

function cutSound(film: Film, container: Container, { input, first }: OwnSounds): string[] {
  return film.audio.flatMap((track, i) => [
    ...['-map', `[original${i}]`, ...encodedSound(i + first, container.voice)],
    ...[`-map_metadata:s:a:${i + first}`, `${input}:s:${track.index}`],
  ]);
}

const encodedSound = (index: number, [codec, bitrate]: readonly string[]): string[] => [
  ...[`-c:a:${index}`, codec],
  ...(bitrate ? [`-b:a:${index}`, bitrate] : []),
  // Uncompressed sound goes to studios, which work at this rate.
  ...(codec.startsWith('pcm') ? [`-ar:a:${index}`, '48000'] : []),
  // At this bit rate the quick coder sounds the same, and the slow one takes a third of the time of a whole dub.
  ...(codec === 'aac' ? [`-aac_coder:a:${index}`, 'fast'] : []),
];

function boxArgs(seal: Seal, codec: string): string[] {
  const units = String(seal.film.timeBase.den);
  return [
    // An index in front is for playing from afar; a master of hundreds of gigabytes would be written twice for it.
    ...(codec === 'prores' ? [] : ['-movflags', '+faststart']),
    ...['-video_track_timescale', units, '-movie_timescale', units],
    // ffmpeg 5 takes times that are not named for the decoding times, which loses the order of showing.
    ...['-bsf:v', `setts=pts=PTS:dts=DTS:duration=${lastDuration(seal)}/TB`],
    // Parameter sets that come with the pictures may only lie in the second.
    ...(codec === 'hevc' ? ['-tag:v', seal.splice === undefined ? 'hvc1' : 'hev1'] : []),
  ];
}
