import { join } from 'node:path';
import type { FrameSpan } from '@mondwerk/film';
import {
  findSpliceSource,
  openPart,
  planSplice,
  probe,
  readFrames,
  runProgram,
  sealFilm,
  type CopiedSpan,
  type Film,
  type Part,
} from '@mondwerk/media';

/** A film of which some frames were coded anew. */
export interface Spliced {
  readonly film: Film;
  readonly out: Film;
  readonly parts: readonly Part[];
  readonly copied: readonly CopiedSpan[];
}

/** Codes those frames of a film anew that have to be when `touched` are, copies the rest, and seals it as `name`. */
export async function splice(
  folder: string,
  path: string,
  wish: {
    readonly touched: readonly number[];
    readonly name: string;
    readonly voice: string;
    readonly span?: FrameSpan;
  },
): Promise<Spliced> {
  const film = await probe(path);
  const found = await findSpliceSource(film);
  if (!('source' in found)) throw new Error(found.because);
  const span = wish.span ?? { start: 0, end: film.pts.length };
  const spans = planSplice(found.source.borders, wish.touched, span);
  const parts: Part[] = [];
  for (const { span: coded } of spans.filter(({ copied }) => !copied)) {
    const part = { path: join(folder, `${wish.name}-${coded.start}.mov`), span: coded };
    const writer = await openPart(film, coded, part.path, 'draft', found.source);
    for await (const { picture } of readFrames(film, coded)) await writer.write(picture);
    await writer.close();
    parts.push(part);
  }
  const copied = spans.filter((each) => each.copied).map((each) => each.span);
  const out = join(folder, wish.name);
  const sealing = { film, parts, splice: { source: found.source, copied }, voice: wish.voice };
  const sealed = await sealFilm({ ...sealing, language: 'es', out, span });
  return { film, out: await probe(out), parts, copied: sealed };
}

/** The sum of every decoded picture of a file, in order. @throws Error when the decoder has anything to complain of. */
export async function pictureSums(path: string, ...seek: readonly string[]): Promise<string[]> {
  const args = ['-i', path, '-map', '0:V:0', '-fps_mode', 'passthrough', '-f', 'framemd5', '-'];
  const { printed } = await runProgram('ffmpeg', ['-v', 'warning', '-xerror', '-nostdin', ...seek, ...args]);
  return printed
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(',').at(-1)!.trim());
}
