import { createHash } from 'node:crypto';
import { contains, secondsOf, type FrameSpan } from '@mondwerk/film';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { InputFile, ScriptInput, VoiceStem } from '../checkedOrder.ts';
import type { FootageUse, PerformerSpeech } from '../footage/footageUse.ts';
import { sayWhatIsNeeded } from '../footage/sayFootage.ts';
import type { ReplacedBefore } from '../replacement/replacedBefore.ts';
import {
  describeCopied,
  describeFilm,
  describeModels,
  describeProgram,
  describeWanted,
  proveOutside,
} from './describeRun.ts';
import type { Findings } from './findings.ts';
import { allMouths } from './allMouths.ts';
import { reportLines } from './reportLines.ts';
import { reportLips } from './reportLips.ts';
import { reportSchema, type Report } from './reportSchema.ts';
import { reportShots } from './reportShots.ts';

/** Writes up what a run did. @throws ZodError when the report would not have its own documented shape. */
export async function makeReport(findings: Findings): Promise<Report> {
  const { order, parts, times, before } = findings;
  return reportSchema.parse({
    version: 1,
    mondwerk: await describeProgram(),
    film: describeFilm(before?.film ?? findings.shown ?? order),
    ...(findings.shown !== undefined &&
      findings.shown.filmHash !== order.filmHash && { proxy: describeProxy(order) }),
    ...describeVoices(findings),
    script: describeScript(order.script),
    language: order.script.language.tag,
    original: order.original && { ...describeScript(order.original), language: order.original.language.tag },
    out: findings.out,
    settings: {
      ...order.settings,
      stretch: order.stretch,
      ...(order.wanted && { file: describeWanted(order.wanted) }),
    },
    performers: describePerformers(findings),
    ...(findings.footage.length > 0 && { footage: findings.footage.map(describeFootage) }),
    lines: reportLines(findings),
    lips: reportLips(findings),
    shots: withReplaced(reportShots({ ...findings, ...order, patches: allMouths(findings) }), before),
    ...(before && { replaced: before.told.replaced, disclosure: before.told.disclosure }),
    proof: parts.map((part) => proveOutside(part, before?.boxes)),
    ...(findings.copied && { copied: findings.copied.spans.map(describeCopied) }),
    ...(order.lips && { generators: [order.lips.card] }),
    stages: times,
    models: describeModels(),
  });
}

/** The shots with what was replaced in them before, which may have been found between other cuts. */
function withReplaced(shots: Report['shots'], before: ReplacedBefore | undefined): Report['shots'] {
  if (before === undefined) return shots;
  return shots.map((shot) => {
    const same = before.told.shots.filter(({ frames }) => middleIn(frames, shot.frames));
    return {
      ...shot,
      changed: [...same.flatMap(({ changed }) => changed), ...shot.changed],
      passed: [...same.flatMap(({ passed }) => passed), ...shot.passed],
    };
  });
}

const middleIn = (inner: FrameSpan, outer: FrameSpan): boolean =>
  contains(outer, (inner.start + inner.end - 1) >> 1);

const describeInput = ({ name, sha256 }: InputFile) => ({ file: name, sha256 });

const describeScript = ({ heard, ...script }: ScriptInput) => ({
  ...describeInput(script),
  lines: script.lines.length,
  ...(heard === undefined ? {} : { heard }),
});

function describeVoices({
  order: { stems },
  speech: { voices: aligned },
}: Findings): Pick<Report, 'voice' | 'voices'> {
  const files = stems.map((stem) => ({
    ...describeInput(stem),
    ...{ seconds: stem.seconds, character: stem.character },
  }));
  const voices = aligned.map(({ stems: own, lines, conforming }) => ({
    files: own.map((place) => stems[place].name),
    lines: [...lines],
    conformed: conforming && { driftAtEnd: conforming.drift.atEnd, pieces: [...conforming.pieces] },
  }));
  return { voice: { ...describeAll(stems), conformed: onlyOne(voices)?.conformed ?? null, files }, voices };
}

/** All files of a voice as if they were one. */
function describeAll(stems: readonly VoiceStem[]): { file: string; sha256: string; seconds: number } {
  const sums = stems.map(({ sha256 }) => sha256);
  return {
    file: stems.map(({ name }) => name).join(' + '),
    sha256: onlyOne(sums) ?? createHash('sha256').update(sums.join('\n')).digest('hex'),
    seconds: Math.max(...stems.map(({ seconds }) => seconds)),
  };
}

const onlyOne = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

const describeProxy = ({ film: { width, height }, filmName, filmHash }: CheckedFilm): Report['proxy'] => ({
  ...{ file: filmName, sha256: filmHash, width, height },
});

const describeSeen = (seen: PerformerSpeech) => ({
  ...{ frames: seen.frames, elsewhere: seen.elsewhere, open: seen.open, openings: seen.openings },
  ...{ widest: seen.widest, speaks: seen.speaks, needed: sayWhatIsNeeded(seen) },
});

const describeFootage = ({ file, sha256, people }: FootageUse): NonNullable<Report['footage']>[number] => ({
  ...{ file, sha256 },
  performers: people.map(({ tracks, ...person }) => ({ ...person, tracks: tracks.length })),
});

function describePerformers({ performers, tracks, seen, order: { film } }: Findings): Report['performers'] {
  return performers.map((performer) => {
    const own = tracks.filter(({ id }) => performer.tracks.includes(id));
    const seconds = own.reduce((sum, { span }) => sum + secondsOf(film.clock, span), 0);
    const mouth = seen.find((each) => each.performer === performer.id);
    return {
      ...{ id: performer.id, shots: new Set(own.map(({ shot }) => shot)).size, seconds },
      ...(mouth && { seen: describeSeen(mouth) }),
    };
  });
}
