import type { DrawnCue } from '../mouth/rhubarb.ts';

/** Drawn mouths as Rhubarb Lip Sync writes them as JSON. */
export function writeRhubarbJson(
  cues: readonly DrawnCue[],
  { voice, seconds }: { readonly voice: string; readonly seconds: number },
): string {
  const rows = cues.map(
    ({ start, end, value }) =>
      `    { "start": ${start.toFixed(2)}, "end": ${end.toFixed(2)}, "value": "${value}" }`,
  );
  const metadata = `  "metadata": {\n    "soundFile": ${JSON.stringify(voice)},\n    "duration": ${seconds.toFixed(2)}\n  }`;
  return `{\n${metadata},\n  "mouthCues": [\n${rows.join(',\n')}\n  ]\n}\n`;
}

/** Drawn mouths as Rhubarb Lip Sync writes them as a table with tabs: when each begins, and at the end an idle mouth. */
export const writeRhubarbTable = (cues: readonly DrawnCue[]): string =>
  [...cues.map(({ start, value }) => [start, value] as const), [cues.at(-1)?.end ?? 0, 'X'] as const]
    .map(([start, value]) => `${start.toFixed(2)}\t${value}\n`)
    .join('');
