import { formatTimecode, type Box } from '@mondwerk/film';
import { timecodeStart, type Film } from '@mondwerk/media';
import { z } from 'zod';
import { deliveredReplacement, type DeliverOrder } from '../orders.ts';
import { describeProgram } from '../report/describeRun.ts';
import { discloseReplaced } from './disclosure.ts';
import type { RecordedTake } from './takeRecords.ts';

const frameSpan = z.object({ start: z.int(), end: z.int() });
const file = z.object({ file: z.string(), sha256: z.string() });

const shot = z.object({
  shot: z.int(),
  take: z.int(),
  frames: frameSpan,
  timecode: z.object({ in: z.string(), out: z.string() }),
  performers: z.array(z.string()),
  mouths: z
    .object({ rendered: z.int(), passed: z.int() })
    .describe('New mouths, or new faces of a replacement, and those left as they were.'),
  passed: z
    .array(z.object({ reason: z.string(), mouths: z.int() }))
    .describe('Why they were left as they were.'),
  box: z
    .object({ left: z.int(), top: z.int(), right: z.int(), bottom: z.int() })
    .nullable()
    .describe('Everything that changed in this shot lies inside.'),
  parts: z.array(
    z.object({
      frames: frameSpan,
      sha256: z.string().describe('SHA-256 of the lossless pictures as rendered.'),
      source: z.string().describe('SHA-256 of every sample outside the mouths, in the film.'),
      result: z.string().describe('The same in the take, before encoding.'),
      equal: z.boolean(),
    }),
  ),
});

/** The shape of a delivery's report.json; `version` rises when a field changes its meaning. */
export const deliveryReportSchema = z.object({
  version: z.literal(1),
  mondwerk: z.object({ version: z.string(), code: z.string() }),
  source: file.extend({
    width: z.int(),
    height: z.int(),
    format: z.string(),
    frames: z.int(),
    rate: z.string().describe('Nominal frames per second, as a fraction.'),
    variable: z.boolean(),
    timecode: z.string().nullable().describe('Of the first frame, where the film gives one.'),
  }),
  film: file.extend({
    codec: z.string(),
    format: z.string(),
    frames: z.int(),
    sounds: z.array(
      z.object({ title: z.string().nullable(), language: z.string().nullable(), codec: z.string() }),
    ),
  }),
  language: z.string().describe('Of the dub; of a film without one its own, und where nobody has said it.'),
  script: file
    .extend({
      heard: z
        .object({
          origin: z.enum(['transcribed', 'draft']),
          model: z.object({ name: z.string(), sha256: z.string() }).nullable(),
        })
        .optional()
        .describe(
          'How it was heard in the voice, by what or as an acoustic draft; left out where people gave it.',
        ),
    })
    .optional()
    .describe('Left out where the film keeps its own sounds.'),
  stems: z.array(file.extend({ character: z.string().nullable() })),
  shots: z.array(shot),
  replaced: z
    .array(deliveredReplacement)
    .optional()
    .describe('Whose heads have whose faces, on which recorded rights; left out: everybody has their own.'),
  disclosure: z.string().optional().describe('What whoever shows the film has to say of that.'),
  frames: z.object({ changed: z.int(), untouched: z.int() }),
  untouchedEqual: z
    .boolean()
    .describe('Whether every sample outside the mouths was the film’s own before encoding.'),
});

/** What is told of a delivery. */
export type DeliveryReport = z.infer<typeof deliveryReportSchema>;

/** What a report is about: the film it was made from, the one that was made. */
export interface Delivered {
  readonly order: DeliverOrder;
  readonly source: Film;
  readonly film: Film;
  /** The made film's name and sum. */
  readonly file: { readonly name: string; readonly sha256: string };
  readonly takes: readonly RecordedTake[];
}

/** Writes up a delivery. @throws ZodError when the report would not have its own documented shape. */
export async function makeDeliveryReport(delivered: Delivered): Promise<DeliveryReport> {
  const { order, source, film, file: made, takes } = delivered;
  const shots = takes.map((take) => describeShot(source, take));
  const changed = shots.reduce((sum, { frames }) => sum + frames.end - frames.start, 0);
  return deliveryReportSchema.parse({
    version: 1,
    mondwerk: await describeProgram(),
    source: { ...describeFile(order.source), ...describeSource(source) },
    film: { ...describeFile(made), ...describeFilm(film) },
    language: order.script?.language ?? order.originalLanguage ?? 'und',
    ...(order.script && { script: describeScript(order.script) }),
    stems: (order.stems ?? []).map((stem) => ({ ...describeFile(stem), character: stem.character })),
    shots,
    ...describeReplaced(order),
    frames: { changed, untouched: source.pts.length - changed },
    untouchedEqual: shots.every(({ parts }) => parts.every(({ equal }) => equal)),
  } satisfies DeliveryReport);
}

const describeFile = ({ name, sha256 }: { readonly name: string; readonly sha256: string }) => ({
  file: name,
  sha256,
});

const describeScript = (script: NonNullable<DeliverOrder['script']>) => ({
  ...describeFile(script),
  ...(script.heard && { heard: script.heard }),
});

const describeReplaced = ({ replaced = [] }: DeliverOrder): Partial<DeliveryReport> =>
  replaced.length === 0 ? {} : { replaced, disclosure: discloseReplaced(replaced) };

const describeSource = ({ width, height, format, pts, rate, variable, timecode }: Film) => ({
  ...{ width, height, format: format.name, frames: pts.length },
  ...{ rate: `${rate.num}/${rate.den}`, variable, timecode: timecode ?? null },
});

const describeFilm = ({ codec, format, pts, audio }: Film) => ({
  ...{ codec, format: format.name, frames: pts.length },
  sounds: audio.map(({ title = null, language = null, codec }) => ({ title, language, codec })),
});

function describeShot(source: Film, { take, records }: RecordedTake): DeliveryReport['shots'][number] {
  const { shot, take: number, frames, performers, parts } = take;
  const mouths = records.flatMap((record) => record.mouths);
  const rendered = mouths.filter(({ passed }) => passed === null);
  const [start, end] = [frames.start, frames.end].map((frame) =>
    formatTimecode(frame, source.rate, timecodeStart(source)),
  );
  return {
    ...{ shot, take: number, frames, timecode: { in: start, out: end }, performers },
    mouths: { rendered: rendered.length, passed: mouths.length - rendered.length },
    passed: countBy(mouths.flatMap(({ passed }) => passed ?? [])),
    box: rendered.length > 0 ? rendered.map(({ box }) => box).reduce(around) : null,
    parts: records.map(({ span, proof }, i) => ({
      ...{ frames: span, sha256: parts[i].sha256, ...proof },
      equal: proof.source === proof.result,
    })),
  };
}

const countBy = (reasons: readonly string[]): { reason: string; mouths: number }[] =>
  [...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) => ({ reason, mouths: all.length }));

const around = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});
