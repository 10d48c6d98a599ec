import { quantile } from '@mondwerk/film';
import {
  apertureOf,
  fitPrior,
  formatPrior,
  parsePrior,
  predictMotion,
  priorPath,
  shapeAt,
  widthOf,
} from '@mondwerk/lipsync';
import type { MotionExample, MouthMeasures } from '@mondwerk/lipsync';
import { writeFileSync } from 'node:fs';
import { frameTimes, type GridSentence, phonesOf, readSentences } from './gridCorpus.ts';
import { judge } from './judgeMotion.ts';
import { restShapes } from './restOfSentence.ts';
import { smoothShapes } from './smoothShapes.ts';

const corpusPath = process.argv[2] ?? '../shared/fixtures/grid/motion.jsonl.gz';

/** Sentences at the end of the file that the prior never sees. */
const HELD_OUT = 94;

const origin = {
  corpus: 'GRID audiovisual sentence corpus (Cooke, Barker, Cunningham, Shao, 2006), speaker s1',
  licence: 'CC BY 4.0',
  command: 'npm run train:motion',
};

const sentences = readSentences(corpusPath).map((sentence) => ({
  ...sentence,
  shapes: smoothShapes(sentence.shapes),
}));
const rests = restShapes(sentences);
const examples = sentences.map((sentence, index) => exampleOf(sentence, rests[index]));
const learned = examples.length - HELD_OUT;

const prior = fitPrior(examples.slice(0, learned), measuresOf(sentences.slice(0, learned), rests));
const bytes = formatPrior(prior, origin);
writeFileSync(priorPath, bytes);

const shipped = parsePrior(bytes);
const measured = sentences.slice(learned).flatMap(({ shapes }) => shapes);
const predicted = examples.slice(learned).flatMap(({ phones, times }, index) => {
  const motion = predictMotion(shipped, phones, times);
  return sentences[learned + index].shapes.map((_, frame) => shapeAt(motion, frame, rests[learned + index]));
});
console.log(`${learned} sentences learned, ${HELD_OUT} held out, ${bytes.length} bytes written`);
console.log(`gains ${Array.from(prior.gains, (gain) => gain.toFixed(2)).join(' ')}`);
console.table(judge(predicted, measured));

function exampleOf(sentence: GridSentence, rest: Float32Array): MotionExample {
  const displacement = Float32Array.from(
    sentence.shapes.flatMap((shape) => Array.from(shape, (value, index) => value - rest[index])),
  );
  return {
    phones: phonesOf(sentence),
    times: frameTimes(sentence),
    motion: { frames: sentence.shapes.length, displacement },
  };
}

function measuresOf(corpus: readonly GridSentence[], restOf: readonly Float32Array[]): MouthMeasures {
  const openings = corpus.flatMap((sentence, index) =>
    spokenApertures(sentence).map((aperture) => aperture - apertureOf(restOf[index])),
  );
  const restWidth = corpus.reduce((sum, _, index) => sum + widthOf(restOf[index]), 0) / corpus.length;
  return { restWidth, opening: quantile(openings, 0.95) };
}

function spokenApertures(sentence: GridSentence): number[] {
  const times = frameTimes(sentence);
  const [start, end] = [sentence.words[0][0], sentence.words[sentence.words.length - 1][1]];
  return sentence.shapes.filter((_, frame) => times[frame] >= start && times[frame] < end).map(apertureOf);
}
