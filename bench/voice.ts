import { existsSync, readFileSync } from 'node:fs';
import type { TimeSpan } from '@mondwerk/film';
import { readSound } from '@mondwerk/media';
import { findSpeech, SOUND_RATE, type SpeechFound } from '@mondwerk/speech';
import { BACKGROUNDS, speakWithPauses, type VoiceScene } from '../tools/voiceScenes.ts';
import { spokenSentences } from './spokenSentences.ts';

const grid = new URL('../../shared/fixtures/grid/', import.meta.url).pathname;
/** Frames nearer to a word than this are neither speech nor quiet, in seconds. */
const blur = 0.2;

interface Tally {
  spoken: number;
  found: number;
  quiet: number;
  wrong: number;
}

async function realVoices(): Promise<VoiceScene[]> {
  if (!existsSync(grid)) {
    console.log('../shared/fixtures/grid is not there: nothing measured on real voices.');
    return [];
  }
  const scenes = [
    ['truth.mp4', 'dub.words.csv'],
    ['film.mp4', 'film.words.csv'],
  ].map(async ([media, words]) => {
    const rows = readFileSync(grid + words, 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const spoken = rows.map((row) => row.split(',').map(Number)).map(([start, end]) => ({ start, end }));
    return { samples: await readSound(grid + media, SOUND_RATE), spoken };
  });
  return Promise.all(scenes);
}

/** Voices, speeds and sentences that nothing was fitted to. */
const madeVoices = (): VoiceScene[] =>
  spokenSentences.map(({ voice, written, spoken = written }, at) =>
    speakWithPauses(spoken, { voice: `${voice}+m7`, speed: 185, pitch: 60 }, 5000 + at),
  );

function judge({ stretches, seconds }: SpeechFound, spoken: readonly TimeSpan[]): Tally {
  const tally = { spoken: 0, found: 0, quiet: 0, wrong: 0 };
  const within = (spans: readonly TimeSpan[], at: number, margin: number): boolean =>
    spans.some(({ start, end }) => at >= start - margin && at < end + margin);
  for (let at = 0.005; at < seconds; at += 0.01) {
    const heard = within(stretches, at, 0) ? 1 : 0;
    if (within(spoken, at, 0)) {
      tally.spoken++;
      tally.found += heard;
    } else if (!within(spoken, at, blur)) {
      tally.quiet++;
      tally.wrong += heard;
    }
  }
  return tally;
}

let [heard, used] = [0, 0];
for (const [voices, scenes] of [
  ['GRID', await realVoices()],
  ['eSpeak NG', madeVoices()],
] as const) {
  for (const [name, background] of Object.entries(BACKGROUNDS)) {
    const sum = { spoken: 0, found: 0, quiet: 0, wrong: 0 };
    for (const [at, { samples, spoken }] of scenes.entries()) {
      const mixed = background(samples, 9000 + 31 * at + name.length);
      const before = process.cpuUsage();
      const found = await findSpeech([mixed]);
      const { user, system } = process.cpuUsage(before);
      heard += found.seconds;
      used += (user + system) / 1e6;
      const tally = judge(found, spoken);
      for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
    }
    if (sum.spoken === 0) continue;
    const percent = (part: number, whole: number): string =>
      `${((100 * part) / whole).toFixed(1)}%`.padStart(6);
    console.log(
      `${voices.padEnd(10)} ${name.padEnd(18)} of speech found ${percent(sum.found, sum.spoken)}   of quiet taken for speech ${percent(sum.wrong, sum.quiet)}`,
    );
  }
}
console.log(`${(heard / used).toFixed(0)}× real time (CPU)`);
