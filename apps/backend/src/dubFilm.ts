import { basename } from 'node:path';
import { dub } from './dub.ts';
import { describeHeard, hearsScripts } from './hearScript.ts';
import { checkOrder } from './order/checkOrder.ts';
import { checkHeads } from './order/checkReplace.ts';
import type { DubOrder } from './order/dubOrder.ts';
import { addedIn } from './models/generators.ts';
import { writeWhole } from './pipeline/atomicFile.ts';
import { findLips } from './pipeline/generation/broughtModels.ts';
import { KeptFaces } from './pipeline/keptFaces.ts';
import type { Run } from './pipeline/run.ts';
import { openWorkFolder, type WorkFolder } from './pipeline/workFolder.ts';
import { makeReport } from './pipeline/report/makeReport.ts';
import { sealReport } from './pipeline/report/sealReport.ts';
import { sayDoubts } from './pipeline/report/sayDoubts.ts';
import { sayProblems } from './pipeline/report/sayProblems.ts';
import type { Report } from './pipeline/report/reportSchema.ts';
import { declaresHeads, requireBasis } from './declaresHeads.ts';
import { replaceFirst } from './replaceFirst.ts';
import { declareRights, type Declared } from './rights/declareRights.ts';

/** What carries an order out, and where it is written down on what faces are rendered. */
export type DubTools = Omit<Run, 'work'> & {
  readonly rights: Omit<Declared, 'basis'>;
  /** The folder of the generators that were added. */
  readonly generators: string;
};

/**
 * Carries out an order: checks it, writes down on what the faces may be rendered, dubs, writes the report. Returns what
 * a person wants to know at the end.
 */
export async function dubFilm(
  order: DubOrder,
  { rights: declared, generators, ...tools }: DubTools,
): Promise<string> {
  let work: WorkFolder | undefined;
  const inWork = async (): Promise<WorkFolder> => (work ??= await openWorkFolder(order.work));
  let kept: KeptFaces | undefined;
  const inRun = async (): Promise<Run> => {
    const own = await inWork();
    kept = await KeptFaces.open(own.path);
    return { ...tools, work: own, kept };
  };
  const hear = hearsScripts(async () => ({ ...tools, work: await inWork() }));
  try {
    const checked = await tools.progress.measure('probe', { unit: 'films', total: 1 }, () =>
      checkOrder(order, tools.signal, hear),
    );
    const lips = await findLips(order, await addedIn(generators), tools.signal);
    const told = [checked.script, ...(checked.original === null ? [] : [checked.original])];
    const { film } = checked;
    for (const remark of [film, ...told].flatMap(({ remarks = [] }) => remarks)) declared.tell(remark);
    const heads = await checkHeads(order.replace ?? [], checked, tools.signal);
    for (const head of heads) await requireBasis(order, checked, head, tools.signal);
    const footage = [...checked.footage, ...heads.flatMap(({ donors }) => donors)];
    const wanted = {
      ...checked,
      ...checked.online?.original,
      footage,
      language: checked.script.language.tag,
    };
    const rights = await declareRights(wanted, { ...declared, basis: order.rightsBasis }, tools.signal);
    const { tell } = declared;
    const run = await inRun();
    const dubbed =
      heads.length === 0
        ? checked
        : await replaceFirst(checked, run, {
            ...{ heads, tell },
            declare: declaresHeads(order, checked, declared.ledger, tools.signal),
          });
    const report = {
      ...(await makeReport(await dub({ ...dubbed, ...(lips && { lips }) }, run, tell))),
      rights,
    };
    if (checked.report !== null) await writeWhole(checked.report, sealReport(report));
    return farewell(report, checked.report);
  } finally {
    await kept?.close();
    await work?.close();
  }
}

function describeConforming({ voices = [], script }: Report): string[] {
  return voices.flatMap(({ files, conformed }) => {
    if (conformed === null) return [];
    const drift = conformed.driftAtEnd;
    const [runs, pauses] = drift > 0 ? ['ahead of', 'lengthened'] : ['behind', 'shortened'];
    return [
      `${files.join(' + ')} runs ${runs} ${script.file}, by ${Math.abs(drift).toFixed(2)} s at the end: its pauses were ` +
        `${pauses} so that every line is heard when the script says; --voice-as-is keeps it as it is.`,
    ];
  });
}

function describeSpared({ lines, settings }: Report): string[] {
  if (settings.onlyVisible !== true) return [];
  const spared = lines.filter(({ leftAlone }) => leftAlone).length;
  return [
    `${spared} of ${lines.length} lines already ${spared === 1 ? 'fits and was' : 'fit and were'} left alone.`,
  ];
}

function farewell(report: Report, path: string | null): string {
  const { start, end } = report.settings.stretch;
  const changed = report.shots.reduce(
    (sum, shot) =>
      sum + shot.changed.reduce((n, { what, frames }) => n + (what === undefined ? frames : 0), 0),
    0,
  );
  return [
    ...(report.script.heard === undefined ? [] : [describeHeard(report.script.heard)]),
    ...describeConforming(report),
    `${report.out}: ${changed} new mouths in ${end - start} frames.`,
    ...(report.replaced ?? []).map(
      ({ performer, shown, frames }) =>
        `${performer} has the face of ${shown} in ${frames.rendered} of them.`,
    ),
    ...(report.disclosure === undefined ? [] : [report.disclosure]),
    ...sayDoubts(report.lines),
    ...describeSpared(report),
    ...sayProblems(report.lines, path),
    path === null
      ? 'Add --report to see what was done line by line.'
      : `What was done line by line: ${basename(path)}.`,
  ].join('\n');
}
