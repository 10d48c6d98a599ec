import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { probe } from '@mondwerk/media';
import { makeDub } from '../test/performer/index.ts';
import { measureDub } from './dubbing.ts';
import { SHARED } from './independent.ts';
import { plainTranscode } from './plainTranscode.ts';

const film = join(SHARED, 'fixtures/clips/kitchen.mp4');
const folder = join(import.meta.dirname, '../out/bench/speed');
const at = (name: string): string => join(folder, name);

mkdirSync(folder, { recursive: true });
const { end } = (await probe(film)).clock;
const { voice, script } = await makeDub(folder, {
  language: 'es',
  starts: [0.6, 4.6, 8.6, 12.6, 16.6],
  seconds: end,
});
const transcode = plainTranscode(film, at('plain.mp4'));
const dub = await measureDub({
  film,
  voice,
  script,
  language: 'es',
  out: at('out.mp4'),
  report: at('out.json'),
});

console.log(
  'A whole dub of kitchen.mp4 without a work folder, against a plain transcode (libx264 medium crf 16)',
);
console.table({
  transcode: { seconds: transcode.toFixed(1), times: '1.0' },
  dub: { seconds: dub.seconds.toFixed(1), times: (dub.seconds / transcode).toFixed(1) },
});
console.table(dub.report.stages);
