import { OTHER, ownVoice, withPlan, type GridPlan } from './gridVoice.ts';

console.log('GRID: how many lines an old mouth fits, said by itself and by another voice with other words');
const own = await ownVoice();
const rows: Record<string, Record<string, number | string>> = {};
for (const learned of [false, true]) {
  const how = { learned, followLoudness: true };
  const prior = `${learned ? 'with' : 'without'} --film-script`;
  rows[`its own words, ${prior}`] = await withPlan(own, how, countReasons);
  rows[`other words, ${prior}`] = await withPlan(OTHER, how, countReasons);
}
console.table(rows);

/** Counts lines by what their old mouths are judged to be. */
function countReasons({ planned }: GridPlan): Record<string, number | string> {
  const judged = planned.judged.value.flatMap(({ mismatch }) => mismatch ?? []);
  const counts = Object.entries(Object.groupBy(judged, ({ reason }) => reason)).map(
    ([reason, those]) => [reason, those.length] as const,
  );
  const middle = judged.map(({ score }) => score).sort((a, b) => a - b)[judged.length >> 1];
  return { ...Object.fromEntries(counts), lines: judged.length, 'median score': middle.toFixed(2) };
}
