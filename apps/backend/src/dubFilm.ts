import { basename } from 'node:path';
import { dub } from './dub.ts';
import { checkOrder } from './order/checkOrder.ts';
import type { DubOrder } from './order/dubOrder.ts';
import { writeWhole } from './pipeline/atomicFile.ts';
import type { Run } from './pipeline/run.ts';
import { openWorkFolder } from './pipeline/workFolder.ts';
import { makeReport } from './pipeline/report/makeReport.ts';
import type { Report } from './pipeline/report/reportSchema.ts';
import { declareRights, type Declared } from './rights/declareRights.ts';

/** What carries an order out, and where it is written down on what faces are rendered. */
export type DubTools = Omit<Run, 'work'> & { readonly rights: Omit<Declared, 'basis'> };

/**
 * Carries out an order: checks it, writes down on what the faces may be rendered, dubs, writes the report. Returns what
 * a person wants to know at the end.
 */
export async function dubFilm(order: DubOrder, { rights: declared, ...tools }: DubTools): Promise<string> {
  const checked = await tools.progress.measure('probe', { unit: 'films', total: 1 }, () =>
    checkOrder(order, tools.signal),
  );
  const work = await openWorkFolder(order.work);
  try {
    const wanted = { ...checked, language: checked.script.language.tag };
    const rights = await declareRights(wanted, { ...declared, basis: order.rightsBasis }, tools.signal);
    const report = { ...(await makeReport(await dub(checked, { ...tools, work }))), rights };
    if (checked.report !== null) await writeWhole(checked.report, `${JSON.stringify(report, null, 2)}\n`);
    return farewell(report, checked.report);
  } finally {
    await work.close();
  }
}

function describeConforming({ voice, script }: Report): string[] {
  if (voice.conformed === null) return [];
  const drift = voice.conformed.driftAtEnd;
  const [runs, pauses] = drift > 0 ? ['ahead of', 'lengthened'] : ['behind', 'shortened'];
  return [
    `${voice.file} runs ${runs} ${script.file}, by ${Math.abs(drift).toFixed(2)} s at the end: its pauses were ${pauses} ` +
      `so that every line is heard when the script says; --voice-as-is keeps it as it is.`,
  ];
}

function farewell(report: Report, path: string | null): string {
  const { start, end } = report.settings.stretch;
  const changed = report.shots.reduce(
    (sum, shot) => sum + shot.changed.reduce((n, face) => n + face.frames, 0),
    0,
  );
  const doubtful = report.lines.filter(({ doubt }) => doubt !== null).length;
  const unheard = report.lines.filter(({ fits }) => !fits).length;
  return [
    ...describeConforming(report),
    `${report.out}: ${changed} new mouths in ${end - start} frames.`,
    ...(doubtful > 0
      ? [`In ${doubtful} of ${report.lines.length} lines it is not sure whose mouth speaks.`]
      : []),
    ...(unheard > 0
      ? [
          `In ${unheard} of ${report.lines.length} lines the voice does not seem to say what the script says: check them.`,
        ]
      : []),
    path === null
      ? 'Add --report to see what was done line by line.'
      : `What was done line by line: ${basename(path)}.`,
  ].join('\n');
}
