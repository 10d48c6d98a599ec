import type { Tick } from './progress.ts';

const titles: Readonly<Record<string, string>> = {
  probe: 'Reading the film',
  cutShots: 'Finding the cuts',
  trackFaces: 'Following the faces',
  hearLines: 'Hearing the lines',
  alignSpeech: 'Aligning the voice',
  alignOriginal: 'Aligning the original',
  makeVoice: 'Making the voice',
  hearFilm: 'Hearing the film',
  castPerformers: 'Casting the performers',
  buildAtlas: 'Learning the mouths',
  gatherSources: 'Gathering the sources',
  learnMotion: 'Learning the motion',
  hearLoudness: 'Hearing the loudness',
  cueMouths: 'Shaping the mouths',
  judgeLines: 'Comparing the mouths',
  planLines: 'Choosing the sources',
  describeLines: 'Describing the lines',
  findBorders: 'Finding the borders',
  renderMouths: 'Rendering the mouths',
  draftLine: 'Drafting the line',
  trackDonors: 'Following the donors',
  learnFaces: 'Learning the faces',
  planFaces: 'Choosing the faces',
  gatherFaces: 'Gathering the faces',
  renderFaces: 'Rendering the faces',
  replaceFirst: 'Laying the faces in',
  conformVoice: 'Re-spacing the voice',
  seal: 'Sealing the film',
  hashFilm: 'Summing up the film',
  verify: 'Comparing the frames',
  drawMouths: 'Drawing the mouths',
  sideBySide: 'Laying side by side',
  writePlates: 'Writing the plates',
};

/** One line that fits a terminal of so many columns: stage, bar, how far, how fast, time left. */
export function lineOfTick(tick: Tick, columns: number): string {
  const name = (titles[tick.stage] ?? tick.stage).padEnd(22);
  const tail = tailOf(tick);
  const room = Math.min(30, columns - name.length - tail.length - 5);
  const line =
    room >= 6 && tick.total ? `${name} ${bar(tick.done / tick.total, room)} ${tail}` : `${name} ${tail}`;
  return line.slice(0, Math.max(1, columns - 1));
}

/** The same in plain words, for logs. */
export const describeTick = (tick: Tick): string =>
  `${(titles[tick.stage] ?? tick.stage).padEnd(22)} ${tailOf(tick)}`;

/** Seconds as people say them: `45 s`, `3 min 20 s`, `2 h 05 min`. */
export function describeSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
  return `${Math.floor(whole / 3600)} h ${String(Math.floor(whole / 60) % 60).padStart(2, '0')} min`;
}

function tailOf({ done, total, unit, perSecond, secondsLeft }: Tick): string {
  const count = total === null ? `${done} ${unit}` : `${done}/${total} ${unit}`;
  const speed = perSecond > 0 ? ` · ${perSecond.toFixed(perSecond < 10 ? 1 : 0)} ${unit}/s` : '';
  const left = secondsLeft ? ` · ${describeSeconds(secondsLeft)} left` : '';
  return count + speed + left;
}

function bar(part: number, width: number): string {
  const full = Math.round(Math.min(1, Math.max(0, part)) * width);
  return `[${'█'.repeat(full)}${'░'.repeat(width - full)}]`;
}
