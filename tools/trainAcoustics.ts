import { writeFileSync } from 'node:fs';
import { FEATURES, splitIpa } from '@mondwerk/phonetics';
import { inputsOf, STATES, type AcousticPriorFile } from '../libs/speech/src/align/acousticPrior.ts';
import { FRAME_SECONDS, SAMPLE_RATE } from '../libs/speech/src/align/cepstra.ts';
import { hearSound } from '../libs/speech/src/align/hearSound.ts';
import { soundOf } from '../libs/speech/src/align/sound.ts';
import { DIMENSIONS, type SoundFeatures } from '../libs/speech/src/align/soundFeatures.ts';
import type { TrueSpeech } from './espeakVoices.ts';
import { speakAll } from './spokenLine.ts';
import { solve } from './solve.ts';
import { trainingSentences } from './trainingSentences.ts';

const manners = [
  { variant: '', speed: 165, pitch: 45 },
  { variant: '+f2', speed: 190, pitch: 55 },
  { variant: '+f5', speed: 150, pitch: 50 },
  { variant: '+m3', speed: 210, pitch: 40 },
  { variant: '+klatt3', speed: 175, pitch: 50 },
];
const target = new URL('../libs/speech/src/align/acousticPrior.json', import.meta.url);
const scale = 1000;
const width = STATES * DIMENSIONS;

interface Tally {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

const tallies = new Map<string, Tally>();

for (const [language, sentences] of Object.entries(trainingSentences)) {
  for (const { variant, speed, pitch } of manners) {
    const speech = speakAll(sentences, { voice: language + variant, speed, pitch });
    await hearSound(soundOf(speech.samples, speech.sampleRate), (heard) => countAll(language, speech, heard));
  }
  console.log(`${language}: ${tallies.size} phones so far`);
}

function countAll(language: string, { phones }: TrueSpeech, heard: SoundFeatures): void {
  for (const { ipa, start, end } of phones) {
    const [name, ...more] = splitIpa(ipa, language.startsWith('cmn') ? 'cmn' : 'und');
    if (name === undefined || more.length > 0) continue;
    const [first, last] = [start / FRAME_SECONDS, end / FRAME_SECONDS];
    for (let frame = Math.ceil(first - 0.5); frame < Math.min(heard.frames, last - 0.5); frame++) {
      const state = Math.min(STATES - 1, Math.floor((STATES * (frame + 0.5 - first)) / (last - first)));
      const at = heard.locate(frame);
      count(name, Math.max(0, state), heard.values.subarray(at, at + DIMENSIONS));
    }
  }
}

function count(ipa: string, state: number, frame: Float32Array): void {
  const fresh = {
    counts: new Float64Array(STATES),
    sums: new Float64Array(width),
    squares: new Float64Array(width),
  };
  const tally = tallies.get(ipa) ?? fresh;
  tallies.set(ipa, tally);
  tally.counts[state]++;
  frame.forEach((value, d) => {
    tally.sums[state * DIMENSIONS + d] += value;
    tally.squares[state * DIMENSIONS + d] += value * value;
  });
}

/** Ridge regression from articulation to mean sound, each phone weighing as the root of its frames. */
function regress(state: number): Float64Array {
  const size = 1 + FEATURES.length;
  const matrix = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_, j) => (i === j ? 3 : 0)),
  );
  const right = Array.from({ length: size }, () => new Float64Array(DIMENSIONS));
  for (const [ipa, { counts, sums }] of tallies) {
    if (counts[state] === 0) continue;
    const inputs = inputsOf(ipa, state);
    const weight = Math.sqrt(counts[state]);
    inputs.forEach((x, i) => {
      inputs.forEach((y, j) => (matrix[i][j] += weight * x * y));
      for (let d = 0; d < DIMENSIONS; d++) {
        right[i][d] += (weight * x * sums[state * DIMENSIONS + d]) / counts[state];
      }
    });
  }
  return Float64Array.from(solve(matrix, right).flatMap((row) => [...row]));
}

const weights = Array.from({ length: STATES }, (_, state) => regress(state));
const variances = Array.from({ length: STATES }, () => new Float64Array(DIMENSIONS));
const totals = new Float64Array(STATES);
const phones: Record<string, number[]> = {};
for (const [ipa, { counts, sums, squares }] of tallies) {
  phones[ipa] = Array.from({ length: width }, (_, at) => {
    const [state, d] = [Math.floor(at / DIMENSIONS), at % DIMENSIONS];
    if (counts[state] === 0) return 0;
    const mean = sums[at] / counts[state];
    variances[state][d] += squares[at] - counts[state] * mean * mean;
    totals[state] += d === 0 ? counts[state] : 0;
    const said = inputsOf(ipa, state).reduce(
      (sum, x, row) => sum + x * weights[state][row * DIMENSIONS + d],
      0,
    );
    return Math.round(((mean - said) * scale * counts[state]) / (counts[state] + 60));
  });
}

const file: AcousticPriorFile = {
  about: `Mean sounds of phones (MFCC, speed, acceleration; ${SAMPLE_RATE} Hz) from articulation, measured on speech that eSpeak NG 1.51 made of the sentences in tools/trainingSentences.ts; written by "npm run train:acoustics".`,
  scale,
  weights: weights.map((row) => Array.from(row, (value) => Math.round(value * scale))),
  variances: variances.map((row, state) =>
    Array.from(row, (value) => Math.round((value / totals[state]) * scale)),
  ),
  phones,
};
writeFileSync(target, `${JSON.stringify(file)}\n`);
console.log(
  `${Object.keys(phones).length} phones, ${[...totals].join(' + ')} frames → ${target.pathname.split('/').at(-1)}`,
);
