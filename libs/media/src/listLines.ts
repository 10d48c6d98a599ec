import { createInterface } from 'node:readline';
import { fileArgument, startProgram } from './program.ts';

/** Lists fields of one stream's packets or frames, one comma-separated line each, while ffprobe reads the file. */
export async function* listLines(
  path: string,
  stream: string,
  entries: string,
  more: readonly string[],
): AsyncGenerator<string> {
  const probing = startProgram('ffprobe', [
    ...['-v', 'error', '-select_streams', stream, ...more, '-show_entries', entries, '-of', 'csv=p=0'],
    fileArgument(path),
  ]);
  probing.stdin.end();
  try {
    for await (const line of createInterface({ input: probing.stdout })) if (line) yield line;
    await probing.ended;
  } finally {
    probing.stop();
  }
}
