import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { probe } from '@mondwerk/media';
import { makeDub } from '../test/performer/index.ts';
import { claims, measureDub } from './dubbing.ts';
import { comparePixels, measureMouths, SHARED } from './independent.ts';
import { plainTranscode } from './plainTranscode.ts';

const SECONDS_A_LINE = 4;

for (const clip of ['kitchen', 'garden']) {
  const film = join(SHARED, `fixtures/clips/${clip}.mp4`);
  const folder = join(import.meta.dirname, '../out/bench', clip);
  mkdirSync(folder, { recursive: true });
  const { end } = (await probe(film)).clock;
  const starts = Array.from(
    { length: Math.min(5, Math.floor(end / SECONDS_A_LINE)) },
    (_, i) => 0.6 + i * SECONDS_A_LINE,
  );
  const { voice, script } = await makeDub(folder, { language: 'es', starts, seconds: end });
  const at = (name: string): string => join(folder, name);
  const { seconds, peakMegabytes, report } = await measureDub({
    ...{
      film,
      voice,
      script,
      language: 'es',
      out: at('out.mp4'),
      report: at('out.report.json'),
      work: at('work'),
    },
  });
  console.log(`${clip}.mp4, dubbed with the demo's voice`);
  console.table({ ...claims(report), seconds: Math.round(seconds), 'peak MB': peakMegabytes });
  measureMouths(at('out.mp4'), at('out.json'));
  // Coding alone costs sharpness: what is compared with was coded in the same way.
  plainTranscode(film, at('plain.mp4'));
  console.dir(comparePixels(at('plain.mp4'), at('out.mp4'), at('out.json')), { depth: 4 });
}
