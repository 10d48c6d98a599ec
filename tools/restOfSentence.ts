import { median } from '@mondwerk/film';
import { apertureOf } from '@mondwerk/lipsync';
import { frameTimes, type GridSentence } from './gridCorpus.ts';

/** A frame is silent this long before the first word and after the last, in seconds. */
const BEFORE = 0.2;
const AFTER = 0.3;

/** Fewer closed silent frames than this say nothing of a sentence's own rest. */
const ENOUGH = 4;

/** A frame counts as closed up to this multiple of the median silent aperture. */
const CLOSED = 1.2;

/** The mouth's rest in each sentence: the mean of its closed, silent frames, or of all sentences' where it has few. */
export function restShapes(sentences: readonly GridSentence[]): Float32Array[] {
  const silent = sentences.map(silentShapes);
  const limit = median(silent.flat().map(apertureOf)) * CLOSED;
  const closed = silent.map((shapes) => shapes.filter((shape) => apertureOf(shape) < limit));
  const everywhere = meanShape(closed.flat());
  return closed.map((shapes) => (shapes.length >= ENOUGH ? meanShape(shapes) : everywhere));
}

function silentShapes(sentence: GridSentence): Float32Array[] {
  const times = frameTimes(sentence);
  const first = sentence.words[0][0] - BEFORE;
  const last = sentence.words[sentence.words.length - 1][1] + AFTER;
  return sentence.shapes.filter((_, frame) => times[frame] < first || times[frame] > last);
}

function meanShape(shapes: readonly Float32Array[]): Float32Array {
  const sum = new Float64Array(shapes[0].length);
  for (const shape of shapes) shape.forEach((value, index) => (sum[index] += value / shapes.length));
  return Float32Array.from(sum);
}
