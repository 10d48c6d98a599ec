import { probe, readSound } from '@mondwerk/media';
import { alignVoice, checkLanguage, phonemise, SOUND_RATE } from '@mondwerk/speech';
import type { SpokenCase } from './alignCase.ts';
import { firstLines, grid, gridCase, hasGrid } from './alignGrid.ts';
import { dropLines, everyNth, repeatLines, silenceLines, swapTexts } from './alignMisfits.ts';
import {
  areaUnderCurve,
  asItIs,
  compare,
  errorsOf,
  measure,
  milliseconds,
  together,
  type Measured,
} from './alignMeasure.ts';
import { measureLong } from './alignLong.ts';
import { withMusic, withNoise } from './alignSpoilt.ts';
import { voiceCases } from './alignVoices.ts';
import { processorSeconds } from './processorSeconds.ts';

const [half, most] = [0.5, 0.95];

const row = (name: string, ...cells: readonly string[]): void =>
  console.log([name.padEnd(40), ...cells].join('   '));

const errorCells = (measured: Measured): string[] => {
  const errors = errorsOf(measured);
  return [
    `median ${milliseconds(errors, half)} ms`,
    `95% ${milliseconds(errors, most)} ms`,
    `n ${errors.length}`,
  ];
};

const reportCells = ({ caught, wrong, accused, right }: Measured): string =>
  `caught ${caught}/${wrong}, false alarms ${accused}/${right}`;

const speed = ({ seconds, processorSeconds: used }: Measured): string =>
  `${(seconds / used).toFixed(0)}× real time`;

/** dub.wav runs away from its script, 22 ms more with every sentence: it is laid on the film's clock. */
async function measureDrifting(spoken: SpokenCase): Promise<Measured> {
  const voice = await readSound(`${grid}dub.wav`, SOUND_RATE);
  const lengths = { voice: voice.length / SOUND_RATE, film: (await probe(`${grid}film.mp4`)).clock.end };
  const samples = new Float32Array(Math.round(Math.max(lengths.voice, lengths.film) * SOUND_RATE));
  samples.set(voice);
  const said = await phonemise(spoken.lines, await checkLanguage(spoken.language));
  const before = processorSeconds();
  const found = await alignVoice([samples], spoken.lines, said, { lengths, keepTimes: false });
  return compare(asItIs(spoken), found, lengths.voice, processorSeconds() - before);
}

console.log('Edges of words in GRID, and starts of phones in eSpeak NG, against the truth');
const voices = voiceCases();
const recordings = hasGrid ? [await gridCase('dub', 'truth.mp4'), await gridCase('film', 'film.mp4')] : [];
if (!hasGrid) console.log('../shared/fixtures/grid is not there: nothing measured on real voices.');
for (const spoken of recordings) {
  for (const timed of [true, false]) {
    const measured = await measure(asItIs(spoken), timed);
    row(
      `${spoken.name}, ${timed ? 'with times' : 'plain text'}`,
      ...errorCells(measured),
      speed(measured),
      reportCells(measured),
    );
  }
}
if (hasGrid) {
  const drifting = await measureDrifting(recordings[0]);
  row('GRID dub.wav, conformed to the film', ...errorCells(drifting), speed(drifting), reportCells(drifting));
  for (const count of [1, 4]) {
    const measured = await measure(asItIs(firstLines(recordings[0], count)), true);
    row(
      `GRID dub, ${count} line${count > 1 ? 's' : ''} only`,
      ...errorCells(measured),
      reportCells(measured),
    );
  }
}
for (const spoken of [...recordings, ...voices]) {
  const spoilt = [spoken, withNoise(spoken, 20), withMusic(spoken, 10)];
  const cells = [];
  for (const [at, what] of ['clean', 'noise at 20 dB', 'music at 10 dB'].entries()) {
    const errors = errorsOf(await measure(asItIs(spoilt[at]), false));
    cells.push(`${what} ${milliseconds(errors, half)} /${milliseconds(errors, most)} ms`);
  }
  row(`${spoken.name}, plain, median / 95%`, ...cells);
}

console.log('\nLines that do not fit: what is reported, and the edges of all other lines');
const groups = [
  ...recordings.map((spoken) => ({ name: spoken.name, cases: [spoken], nth: 5 })),
  { name: 'eSpeak, 14 languages', cases: voices, nth: 3 },
];
for (const { name, cases, nth } of groups) {
  for (const misfit of [swapTexts, silenceLines, dropLines, repeatLines]) {
    for (const timed of [true, false]) {
      const all = [];
      for (const spoken of cases)
        all.push(await measure(misfit(spoken, everyNth(spoken.lines.length, nth)), timed));
      const sum = together(all);
      const what = misfit(cases[0], new Set()).name;
      row(`${name}, ${what}, ${timed ? 'timed' : 'plain'}`, ...errorCells(sum), reportCells(sum));
    }
  }
}

console.log(
  '\nWhat confidence says: error of the phones that the aligner was surest of, to those it was least sure of',
);
for (const spoil of [
  (spoken: SpokenCase) => spoken,
  (spoken: SpokenCase) => withNoise(spoken, 20),
  (spoken: SpokenCase) => withMusic(spoken, 10),
]) {
  for (const cases of [recordings, voices]) {
    if (cases.length === 0) continue;
    const all = [];
    for (const spoken of cases) all.push(await measure(asItIs(spoil(spoken)), true));
    const { comparisons } = together(all);
    const sure = comparisons.toSorted((a, b) => b.confidence - a.confidence);
    const quarters = [0, 1, 2, 3].map((quarter) =>
      errorsOf({ comparisons: sure.slice((sure.length * quarter) / 4, (sure.length * (quarter + 1)) / 4) }),
    );
    row(
      spoil(cases[0]).name.replace(/dub|en-US\+m7/, 'all'),
      `median ${quarters.map((errors) => milliseconds(errors, half)).join(' ')} ms`,
      `90% ${quarters.map((errors) => milliseconds(errors, 0.9)).join(' ')} ms`,
      `AUC of errors over 50 ms ${areaUnderCurve(comparisons.map(({ found, real, confidence }) => ({ bad: Math.abs(found - real) > 0.05, confidence }))).toFixed(2)}`,
    );
  }
}

if (hasGrid) {
  console.log('\nGRID over and over as one stem, each in a process of its own');
  for (const minutes of [10, 120]) {
    for (const script of ['timed', 'plain'] as const) {
      const { errors, ...long } = await measureLong(minutes, script);
      row(
        `${minutes} minutes, ${script}`,
        `median ${milliseconds(errors, half)} ms`,
        `95% ${milliseconds(errors, most)} ms`,
        `${(long.seconds / long.processorSeconds).toFixed(0)}× real time`,
        `peak ${long.peakMegabytes.toFixed(0)} MB`,
        `${long.fitting}/${long.lines} fit`,
      );
    }
  }
}
