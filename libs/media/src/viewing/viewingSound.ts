import { fillGapsFromZero } from '../fillGaps.ts';
import type { Film } from '../film.ts';

/** Masters often carry each channel as a track of its own: how so many of them become two. */
const fromMonoTracks: Readonly<Record<number, string>> = {
  2: 'join=inputs=2:channel_layout=stereo:map=0.0-FL|1.0-FR',
  6: 'join=inputs=6:channel_layout=5.1:map=0.0-FL|1.0-FR|2.0-FC|3.0-LFE|4.0-BL|5.0-BR,aformat=channel_layouts=stereo',
};

const SURROUND = 6;

/**
 * The ffmpeg filters that make a film's own sound one mono or stereo track `[sound]` that begins with the first frame
 * and ends with the last; `undefined` for a silent film. Inputs keep their own timestamps (`-copyts`).
 */
export function viewingSound(film: Film): string | undefined {
  const [first] = film.audio;
  if (!first) return undefined;
  const count = monoTracks(film);
  if (count === 0) return `[0:${first.index}]${onFilmClock(film)},${fewerChannels(first.channels)}[sound]`;
  const tracks = film.audio.slice(0, count);
  const laid = tracks.map((track, i) => `[0:${track.index}]${onFilmClock(film)}[mono${i}]`);
  const names = tracks.map((_, i) => `[mono${i}]`).join('');
  return [...laid, `${names}${fromMonoTracks[count]}[sound]`].join(';');
}

/** How many mono tracks make up the sound together; 0 where the first track is the sound. */
function monoTracks({ audio }: Film): number {
  if (audio.length < 2 || audio.some((track) => track.channels !== 1)) return 0;
  return audio.length >= SURROUND ? SURROUND : 2;
}

function onFilmClock({ start, clock }: Film): string {
  const zero = `asetpts=PTS-${start.toFixed(6)}/TB`;
  return `${zero},${fillGapsFromZero}:osr=48000,atrim=end=${clock.end.toFixed(6)}`;
}

/** The ffmpeg filter that makes a sound of so many channels mono or stereo. */
export function fewerChannels(channels: number): string {
  if (channels === 1) return 'aformat=channel_layouts=mono';
  return channels > 8 ? 'pan=stereo|c0=c0|c1=c1' : 'aformat=channel_layouts=stereo';
}
