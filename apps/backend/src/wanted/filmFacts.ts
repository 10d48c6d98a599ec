import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { perSecond, Refusal, type Line, type Performer, type Rate, type Shot } from '@mondwerk/film';
import { checkFile, type Film } from '@mondwerk/media';
import { z } from 'zod';
import type { SpokenLine } from '../pipeline/casting/castLines.ts';

/** What is known of a film from what was told of it: from a report, or from what `inspect` printed. */
export interface FilmFacts {
  readonly name: string;
  readonly film: Pick<Film, 'clock' | 'rate' | 'width' | 'height'>;
  readonly shots: readonly Shot[];
  readonly performers: readonly Performer[];
  /** Only in reports. */
  readonly lines: readonly Line[];
  readonly spoken: readonly SpokenLine[];
}

const frames = z.object({ start: z.int().min(0), end: z.int().min(0) });

const told = z.object({
  film: z.object({
    ...{ file: z.string(), width: z.int().positive(), height: z.int().positive() },
    ...{ frames: z.int().positive(), rate: z.string().regex(/^\d+\/[1-9]\d*$/) },
  }),
  shots: z.array(z.object({ index: z.int(), frames })),
  performers: z.array(z.union([z.object({ id: z.string() }), z.object({ performer: z.string() })])),
  lines: z
    .array(
      z.object({
        ...{ index: z.int(), text: z.string(), character: z.string().nullable() },
        ...{ span: z.object({ start: z.number(), end: z.number() }), performer: z.string().nullable() },
      }),
    )
    .default([]),
});

/** Reads what was told of a film. @throws Refusal `facts-unreadable` for anything but a report or what `inspect` printed. */
export async function readFilmFacts(path: string): Promise<FilmFacts> {
  await checkFile(path);
  return factsFrom(parse(await readFile(path, 'utf8')), basename(path));
}

/** Reads what was told of a film, as an object. @throws Refusal `facts-unreadable` */
export function factsFrom(value: unknown, name: string): FilmFacts {
  const { data } = told.safeParse(value);
  if (data === undefined) {
    throw new Refusal(
      'facts-unreadable',
      `${name} tells nothing of a film: give a film, a report of mondwerk dub, or what mondwerk inspect printed.`,
    );
  }
  const [num, den] = data.film.rate.split('/').map(Number);
  const { width, height, file } = data.film;
  const clock = evenClock(data.film.frames, { num, den });
  return {
    name: file,
    film: { clock, rate: { num, den }, width, height },
    shots: data.shots,
    performers: data.performers.map((each) => ({
      id: 'id' in each ? each.id : each.performer,
      tracks: [],
    })),
    lines: data.lines.map(({ index, text, character, span }) => ({
      ...{ index, text, span },
      ...(character !== null && { character }),
    })),
    spoken: data.lines.map(({ index, performer }) => ({
      ...{ line: index, shot: -1, frames: { start: 0, end: 0 } },
      ...{ performer, doubt: null },
    })),
  };
}

/** Told of are only how many frames there are, and how fast they come. */
function evenClock(count: number, rate: Rate): Film['clock'] {
  const times = Float64Array.from({ length: count }, (_, frame) => frame / perSecond(rate));
  return { times, end: count / perSecond(rate) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
