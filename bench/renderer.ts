import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderMouth, type MouthTask } from '@mondwerk/lipsync';
import { mouthFilms } from './mouthFilms.ts';
import { mouthTasks } from './mouthTasks.ts';
import { stepProfile } from './stepProfile.ts';

const FRAMES = 32;
const ROUNDS = 3;

const folder = join(import.meta.dirname, '../out/bench/renderer');
mkdirSync(folder, { recursive: true });

console.log('Milliseconds of one processor to render a mouth, and of them by step');
for (const [name, film] of Object.entries(await mouthFilms(folder, FRAMES))) {
  const tasks = await mouthTasks(film, FRAMES);
  const { width, height } = tasks[0].plate;
  console.log(
    `${name}: ${tasks.length} mouths, boxes of about ${width} × ${height}, eyes ${Math.round(tasks[0].eyeDistance)} px apart`,
  );
  renderAll(tasks);
  const spent = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) renderAll(tasks);
  const { user, system } = process.cpuUsage(spent);
  console.log(`${((user + system) / 1000 / ROUNDS / tasks.length).toFixed(1)} ms a mouth`);
  const steps = await stepProfile('/renderMouth.ts', () => renderAll(tasks));
  console.table(
    Object.fromEntries(
      [...steps]
        .map(([step, time]) => [step, Number((time / tasks.length).toFixed(2))] as const)
        .filter(([, time]) => time >= 0.05)
        .sort(([, a], [, b]) => b - a),
    ),
  );
}

function renderAll(tasks: readonly MouthTask[]): void {
  for (const task of tasks) renderMouth(task);
}
