import { basename, resolve } from 'node:path';
import { realpath, stat } from 'node:fs/promises';
import { Refusal } from '@mondwerk/film';
import { checkOut, checkWritable } from '@mondwerk/media';
import type { DubOrder } from './dubOrder.ts';

/** Checks, before any work, that OUT and REPORT can be written and are none of the inputs. @throws Refusal */
export async function checkOutFiles(order: DubOrder): Promise<void> {
  const { film, proxy, voices, script, filmScript, settings, replace = [] } = order;
  const inputs = [
    film,
    proxy,
    ...[...voices, ...replace].map(({ path }) => path),
    script,
    filmScript,
    settings,
  ].filter((path) => path !== undefined);
  await checkWritten(order, inputs);
}

/** Checks that OUT and REPORT can be written and are none of some inputs. @throws Refusal */
export async function checkWritten(
  { out, report, lossless }: Pick<DubOrder, 'out' | 'report' | 'lossless'>,
  inputs: readonly string[],
): Promise<void> {
  await checkOut(out, inputs, lossless ? 'lossless' : 'film');
  if (report !== undefined) await checkReport(report, [...inputs, out]);
}

async function checkReport(report: string, others: readonly string[]): Promise<void> {
  const there = await stat(report).catch(() => undefined);
  if (there?.isDirectory()) {
    throw new Refusal('report-unwritable', `${report} is a folder: give --report the name of a file.`);
  }
  if (there && !there.isFile()) {
    throw new Refusal('report-unwritable', `${report} is not an ordinary file: give --report another name.`);
  }
  const places = await Promise.all([report, ...others].map(truePath));
  if (places.lastIndexOf(places[0]) === 0) return checkWritable(report);
  throw new Refusal(
    'report-is-input',
    `--report would overwrite ${basename(report)}, which is also given as a film, voice or script: give it another name.`,
  );
}

const truePath = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
