import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openPart,
  probe,
  readFrames,
  runProgram,
  sealFilm,
  type Encoding,
  type Film,
  type Part,
} from '@mondwerk/media';
import type { FrameSpan } from '@mondwerk/film';

/** A folder of this test's own under the system's temporary one. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'mondwerk-media-'));

/** Runs ffmpeg with arguments written as one plain string. */
export const make = (folder: string, args: string, ...names: string[]): Promise<unknown> =>
  runProgram('ffmpeg', [
    '-v',
    'error',
    '-nostdin',
    '-y',
    ...args.split(/\s+/),
    ...names.map((n) => join(folder, n)),
  ]);

/** Encodes a film unchanged in the given pieces and seals it. Returns the probed result. */
export async function remake(
  folder: string,
  film: Film,
  options: {
    out: string;
    voice: string | null;
    cuts?: readonly number[];
    span?: FrameSpan;
    encoding?: Encoding;
  },
): Promise<Film> {
  const span = options.span ?? { start: 0, end: film.pts.length };
  const edges = [span.start, ...(options.cuts ?? []), span.end];
  const parts: Part[] = [];
  for (const [index, end] of edges.slice(1).entries()) {
    const part = { path: join(folder, `part${index}`), span: { start: edges[index], end } };
    const writer = await openPart(film, part.span, part.path, options.encoding ?? 'draft');
    for await (const { picture } of readFrames(film, part.span)) await writer.write(picture);
    await writer.close();
    parts.push(part);
  }
  const out = join(folder, options.out);
  await sealFilm({ film, parts, voice: options.voice, language: 'es-MX', out, span });
  return probe(out);
}
