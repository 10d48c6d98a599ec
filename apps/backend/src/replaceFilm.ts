import { basename } from 'node:path';
import type { ReplaceOrder } from './order/replaceOrder.ts';
import { checkNamesShown, checkReplace } from './order/checkReplace.ts';
import { declaresHeads, requireBasis } from './declaresHeads.ts';
import { addedIn } from './models/generators.ts';
import { writeWhole } from './pipeline/atomicFile.ts';
import { findModels, requireShown } from './pipeline/generation/broughtModels.ts';
import { makeReplacementReport } from './pipeline/report/replacementReport.ts';
import type { ReplacementReport } from './pipeline/report/replacementSchema.ts';
import { sealReport } from './pipeline/report/sealReport.ts';
import { saySeen } from './pipeline/replacement/seenPeople.ts';
import type { Run } from './pipeline/run.ts';
import { openWorkFolder, type WorkFolder } from './pipeline/workFolder.ts';
import { replace } from './replace.ts';
import type { Declared } from './rights/declareRights.ts';

/** What carries an order out, and where it is written down on what faces are replaced. */
export type ReplaceFilmTools = Omit<Run, 'work'> & {
  readonly rights: Omit<Declared, 'basis'>;
  /** The folder of the generators that were added. */
  readonly generators: string;
};

/**
 * Carries out an order: checks it, makes sure that both performers have agreed, replaces, writes the report. Returns what a
 * person wants to know at the end.
 */
export async function replaceFilm(
  order: ReplaceOrder,
  { rights: declared, generators: folder, ...tools }: ReplaceFilmTools,
): Promise<string> {
  let work: WorkFolder | undefined;
  try {
    const checked = await tools.progress.measure('probe', { unit: 'films', total: 1 }, () =>
      checkReplace(order, tools.signal),
    );
    for (const remark of checked.film.remarks ?? []) declared.tell(remark);
    await requireBasis(order, checked, checked.heads[0], tools.signal);
    const declare = declaresHeads(order, checked, declared.ledger, tools.signal);
    work = await openWorkFolder(order.work);
    const generators = await findModels(order, await addedIn(folder), tools.signal);
    const findings = await replace(
      { ...checked, ...(generators && { generators }) },
      { ...tools, work },
      {
        tell: declared.tell,
        declare: async (matched) => {
          const rights = await declare(matched);
          checkNamesShown(order, rights[0].shown);
          requireShown(generators, rights[0].shown);
          for (const { name, film, shown } of matched.replacements[0].donors)
            declared.tell(`${name} shows ${rights[0].shown}: ${saySeen(shown, film)}.`);
          return rights;
        },
      },
    );
    const report = await makeReplacementReport(findings);
    if (checked.report !== null) await writeWhole(checked.report, sealReport(report));
    return farewell(report, checked.report);
  } finally {
    await work?.close();
  }
}

function farewell(report: ReplacementReport, path: string | null): string {
  const { start, end } = report.settings.stretch;
  const passed = report.replaced.reduce((sum, { frames }) => sum + frames.passed, 0);
  const rendered = report.replaced.reduce((sum, { frames }) => sum + frames.rendered, 0);
  return [
    `${report.out}: ${rendered} new faces in ${end - start} frames.`,
    ...(passed > 0 ? [sayPassed(report, passed)] : []),
    report.disclosure,
    path === null
      ? 'Add --report to see what was done shot by shot.'
      : `What was done shot by shot: ${basename(path)}.`,
  ].join('\n');
}

/** How many heads were left, for the reason that holds for most of them. */
function sayPassed({ shots }: ReplacementReport, passed: number): string {
  const all = shots.flatMap((shot) => shot.passed);
  const frames = (own: typeof all): number =>
    own.flatMap((each) => each.frames).reduce((sum, { start, end }) => sum + end - start, 0);
  const [most] = [...Map.groupBy(all, ({ reason }) => reason)].sort(([, a], [, b]) => frames(b) - frames(a));
  const because = most === undefined ? '' : `, mostly because ${most[0]}`;
  return `In ${passed} frames the head was left as it was${because}.`;
}
