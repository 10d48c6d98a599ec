import { existsSync, readFileSync } from 'node:fs';
import { quantile, SILENCE, type Line, type Phone } from '@mondwerk/film';
import { readSound } from '@mondwerk/media';
import { alignSpeech, checkLanguage, phonemise, readScript, soundOf } from '@mondwerk/speech';
import { measureVoices } from './alignVoices.ts';

const grid = new URL('../../shared/fixtures/grid/', import.meta.url).pathname;

interface Recording {
  readonly samples: Float32Array;
  readonly sampleRate: number;
}

interface TrueWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

const sampleRate = 16000;

/** The dub is heard in truth.mp4: dub.wav runs 22 ms ahead more with every sentence. */
const hear = async (path: string): Promise<Recording> => ({
  samples: await readSound(path, sampleRate),
  sampleRate,
});

const readWords = (path: string): TrueWord[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','))
    .map(([start, end, word]) => ({ start: Number(start), end: Number(end), word }));

/** Words as aligned: a run of phones of one line and one word. */
function wordsOf(phones: readonly Phone[], lines: readonly Line[]): TrueWord[][] {
  return lines.map((line) => {
    const own = phones.filter((phone) => phone.line === line.index && phone.ipa !== SILENCE);
    const words: TrueWord[] = [];
    let [previous, position] = ['', -1];
    const written = line.text.split(' ');
    for (const phone of own) {
      if (phone.word !== previous || (written[position] === written[position + 1] && words.length === 0))
        position++;
      const last = words.at(-1);
      if (phone.word === previous && last !== undefined)
        words[words.length - 1] = { ...last, end: phone.span.end };
      else words.push({ ...phone.span, word: phone.word ?? '' });
      previous = phone.word ?? '';
    }
    return words;
  });
}

/** A quantile of some seconds in milliseconds, right-aligned. */
const millisecondsAt = (values: readonly number[], share: number): string =>
  (quantile(values, share) * 1000).toFixed(0).padStart(4);

const [medianShare, tailShare] = [0.5, 0.95];

function report(name: string, errors: readonly number[], note: string): void {
  const sizes = errors.map(Math.abs);
  const bias = millisecondsAt(errors, medianShare);
  console.log(
    `${name.padEnd(34)} median ${millisecondsAt(sizes, medianShare)} ms   95% ${millisecondsAt(sizes, tailShare)} ms   bias ${bias} ms   n ${errors.length}   ${note}`,
  );
}

async function measureGrid(
  name: string,
  media: string,
  script: string,
  truth: string,
  timed: boolean,
): Promise<void> {
  const sound = await hear(grid + media);
  await measure(
    name,
    sound,
    (await readScript(grid + script)).map((line) => (timed ? line : { ...line, span: undefined })),
    readWords(grid + truth),
  );
}

async function measure(
  name: string,
  sound: Recording,
  lines: readonly Line[],
  words: readonly TrueWord[],
): Promise<void> {
  const said = await phonemise(lines, await checkLanguage('en-GB'));
  const started = process.cpuUsage();
  const { phones, lines: found } = await alignSpeech(soundOf(sound.samples, sound.sampleRate), lines, said);
  const used = process.cpuUsage(started);
  const seconds = (used.user + used.system) / 1e6;
  const aligned = wordsOf(phones, lines).flat();
  if (aligned.length !== words.length)
    console.log(`${aligned.length} words aligned, ${words.length} true ones`);
  const edges = aligned.flatMap(({ start, end }, at) => [start - words[at].start, end - words[at].end]);
  const realTime = (sound.samples.length / sound.sampleRate / seconds).toFixed(0);
  const confidence = found.reduce((sum, line) => sum + line.confidence, 0) / found.length;
  report(
    name,
    edges,
    `${realTime}× real time (CPU), confidence ${confidence.toFixed(2)}, ${found.filter(({ fits }) => fits).length}/${found.length} fit`,
  );
}

if (existsSync(grid)) {
  for (const [what, media] of [
    ['dub', 'truth.mp4'],
    ['film', 'film.mp4'],
  ]) {
    await measureGrid(`GRID ${what}, script with times`, media, `${what}.srt`, `${what}.words.csv`, true);
    await measureGrid(`GRID ${what}, plain text`, media, `${what}.srt`, `${what}.words.csv`, false);
  }
  const sound = await hear(`${grid}truth.mp4`);
  const lines = (await readScript(`${grid}dub.srt`)).slice(0, 4);
  const words = readWords(`${grid}dub.words.csv`).slice(0, 24);
  const short = { samples: sound.samples.slice(0, 12 * sampleRate), sampleRate };
  await measure('GRID dub, 12 seconds only', short, lines, words);
} else console.log('../shared/fixtures/grid is not there: nothing measured on real voices.');

for (const count of [Infinity, 3]) {
  for (const { name, errors, confidence, fitting, lines } of await measureVoices(count)) {
    report(name, errors, `confidence ${confidence.toFixed(2)}, ${fitting}/${lines} fit`);
  }
}
