/** Fits what tells a voice from noise and music (`npm run train:voice`) and prints it for voiceWeights.ts. */
import { hearFrames, FRAME_SECONDS } from '../libs/speech/src/transcribe/voice/soundFrames.ts';
import { CUES, cuesOf } from '../libs/speech/src/transcribe/voice/voiceCues.ts';
import { NEAR } from '../libs/speech/src/transcribe/voice/voiceWeights.ts';
import { trainingSentences } from './trainingSentences.ts';
import { BACKGROUNDS, speakWithPauses } from './voiceScenes.ts';

const manners = [
  { variant: '', speed: 165, pitch: 45 },
  { variant: '+f2', speed: 190, pitch: 55 },
  { variant: '+f5', speed: 150, pitch: 50 },
  { variant: '+m3', speed: 210, pitch: 40 },
  { variant: '+klatt3', speed: 175, pitch: 50 },
];
const scenesEach = 6;
/** Seconds beside speech that count for nothing: nobody can say exactly where a sound ends. */
const blur = 0.2;

/** Numbers a frame: each cue, and its mean around the frame. */
const CUE_NUMBERS = 2 * CUES.length;

const inputs: Float64Array[] = [];
const answers: number[] = [];
let seed = 1;
for (const [name, background] of Object.entries(BACKGROUNDS)) {
  for (let scene = 0; scene < scenesEach; scene++) await learn(background, ++seed);
  console.log(`${name}: ${answers.length} frames so far`);
}
const { means, deviations } = spread();
for (const row of inputs) row.forEach((value, at) => (row[at] = (value - means[at]) / deviations[at]));
const fitted = fit();
const weights = Array.from({ length: CUE_NUMBERS }, (_, at) => fitted[at] / deviations[at]);
const bias = fitted[CUE_NUMBERS] - weights.reduce((sum, weight, at) => sum + weight * means[at], 0);
const show = (values: readonly number[]): string => values.map((value) => value.toFixed(4)).join(', ');
console.log(
  `ALONE = [${show(weights.slice(0, CUES.length))}]\nAROUND = [${show(weights.slice(CUES.length))}]`,
);
console.log(`BIAS = ${bias.toFixed(4)}`);

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

async function learn(background: (typeof BACKGROUNDS)[string], number: number): Promise<void> {
  const languages = Object.entries(trainingSentences);
  const [language, sentences] = languages[(number * 7) % languages.length];
  const { variant, speed, pitch } = manners[number % manners.length];
  const { samples, spoken } = speakWithPauses(sentences, { voice: language + variant, speed, pitch }, number);
  const frames = await hearFrames([background(samples, number)]);
  const tell = cuesOf(frames);
  const cues = Array.from({ length: frames.count }, (_, frame) => tell(frame));
  for (let frame = 0; frame < frames.count; frame++) {
    const at = (frame + 0.5) * FRAME_SECONDS;
    const within = (margin: number): boolean =>
      spoken.some(({ start, end }) => at >= start - margin && at < end + margin);
    const speech = within(0);
    if (!speech && within(blur)) continue;
    const near = cues.slice(Math.max(0, frame - NEAR), frame + NEAR + 1);
    inputs.push(
      Float64Array.from([...cues[frame], ...CUES.map((_, cue) => mean(near.map((row) => row[cue])))]),
    );
    answers.push(speech ? 1 : 0);
  }
}

function spread(): { means: Float64Array; deviations: Float64Array } {
  const means = new Float64Array(CUE_NUMBERS);
  const deviations = new Float64Array(CUE_NUMBERS);
  for (const row of inputs) row.forEach((value, at) => (means[at] += value / inputs.length));
  for (const row of inputs) {
    row.forEach((value, at) => (deviations[at] += (value - means[at]) ** 2 / inputs.length));
  }
  return { means, deviations: deviations.map((value) => Math.sqrt(value) + 1e-6) };
}

/** Logistic regression by descent; speech and silence weigh the same together. */
function fit(): Float64Array {
  const weights = new Float64Array(CUE_NUMBERS + 1);
  const share = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
  for (let step = 0; step < 300; step++) {
    const slope = new Float64Array(CUE_NUMBERS + 1);
    inputs.forEach((row, at) => {
      let sum = weights[CUE_NUMBERS];
      for (let d = 0; d < CUE_NUMBERS; d++) sum += weights[d] * row[d];
      const error = 1 / (1 + Math.exp(-sum)) - answers[at];
      const weight = answers[at] === 1 ? 0.5 / share : 0.5 / (1 - share);
      for (let d = 0; d < CUE_NUMBERS; d++) slope[d] += error * weight * row[d];
      slope[CUE_NUMBERS] += error * weight;
    });
    for (let d = 0; d <= CUE_NUMBERS; d++) weights[d] -= 2 * (slope[d] / inputs.length + 1e-4 * weights[d]);
  }
  return weights;
}
