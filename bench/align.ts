import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { SILENCE, type Line, type Phone } from '@mondwerk/film';
import { measureVoices } from './alignVoices.ts';
import { alignSpeech, checkLanguage, phonemise, readScript, type Sound } from '@mondwerk/speech';

const grid = new URL('../../shared/fixtures/grid/', import.meta.url).pathname;

interface TrueWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

const sampleRate = 16000;

/**
 * Gaps between timestamps become silence. dub.wav was decoded without that and runs 22 ms ahead more with every
 * sentence; the same voice on the clock of the true words is in truth.mp4.
 */
function readSound(path: string): Sound {
  const args = [
    '-v',
    'error',
    '-i',
    path,
    '-vn',
    '-af',
    'aresample=async=1:min_hard_comp=0.005:first_pts=0',
    '-ac',
    '1',
    '-ar',
    String(sampleRate),
    '-f',
    'f32le',
    '-',
  ];
  const bytes = execFileSync('ffmpeg', args, { maxBuffer: 2 ** 30 });
  return {
    samples: new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)),
    sampleRate,
  };
}

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

function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] * 1000)
    .toFixed(0)
    .padStart(4);
}

const [medianShare, tailShare] = [0.5, 0.95];

function report(name: string, errors: readonly number[], note: string): void {
  const sizes = errors.map(Math.abs);
  const bias = quantile(errors, medianShare);
  console.log(
    `${name.padEnd(34)} median ${quantile(sizes, medianShare)} ms   95% ${quantile(sizes, tailShare)} ms   bias ${bias} ms   n ${errors.length}   ${note}`,
  );
}

async function measureGrid(
  name: string,
  media: string,
  script: string,
  truth: string,
  timed: boolean,
): Promise<void> {
  const sound = readSound(grid + media);
  await measure(
    name,
    sound,
    (await readScript(grid + script)).map((line) => (timed ? line : { ...line, span: undefined })),
    readWords(grid + truth),
  );
}

async function measure(
  name: string,
  sound: Sound,
  lines: readonly Line[],
  words: readonly TrueWord[],
): Promise<void> {
  const said = await phonemise(lines, await checkLanguage('en-GB'));
  const started = process.cpuUsage();
  const { phones, lines: found } = alignSpeech(sound, lines, said);
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
  const sound = readSound(`${grid}truth.mp4`);
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
