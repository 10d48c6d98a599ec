import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { Refusal } from '@mondwerk/film';
import type { DubOrder } from './dubOrder.ts';

const CONTAINERS = ['.mp4', '.mov', '.mkv'];

/** Checks, before any work, that OUT and REPORT can be written and are none of the inputs. @throws Refusal */
export async function checkOutFiles(order: DubOrder): Promise<void> {
  checkContainer(order);
  await checkWritable('--out', order.out);
  if (order.report !== undefined) await checkWritable('--report', order.report);
  await checkDistinct(order);
}

function checkContainer({ out, lossless }: DubOrder): void {
  const extension = extname(out).toLowerCase();
  if (!CONTAINERS.includes(extension)) {
    throw new Refusal(
      'out-container',
      `${basename(out)} does not say what kind of film to write: let the name end in .mp4, .mov or .mkv.`,
    );
  }
  if (lossless && extension !== '.mkv') {
    throw new Refusal(
      'out-container',
      `A lossless film needs Matroska: let ${basename(out)} end in .mkv, or leave out --lossless.`,
    );
  }
}

async function checkWritable(option: string, path: string): Promise<void> {
  const folder = dirname(resolve(path));
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) {
    throw new Refusal('out-unwritable', `${path} is a folder: give ${option} the name of a file.`);
  }
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) {
    throw new Refusal(
      'out-unwritable',
      `There is no folder ${folder}: make it, or choose another place for ${option}.`,
    );
  }
  await access(folder, constants.W_OK | constants.X_OK).catch(() => {
    throw new Refusal(
      'out-unwritable',
      `${basename(path)} cannot be written in ${folder}: choose another place for ${option} or change the folder's permissions.`,
    );
  });
}

async function checkDistinct(order: DubOrder): Promise<void> {
  const inputs = [order.film, order.voice, order.script, order.filmScript].filter(
    (path) => path !== undefined,
  );
  const taken = new Set(await Promise.all(inputs.map(truePath)));
  for (const [option, path] of [
    ['--out', order.out],
    ['--report', order.report],
  ] as const) {
    if (path === undefined) continue;
    const place = await truePath(path);
    if (taken.has(place)) {
      throw new Refusal(
        'out-is-input',
        `${option} would overwrite ${basename(path)}, which is also read: give ${option} another name.`,
      );
    }
    taken.add(place);
  }
}

/** Where a path really leads, links followed, whether or not the file is there yet. */
async function truePath(path: string): Promise<string> {
  const whole = resolve(path);
  return realpath(whole).catch(async () => {
    const folder = await realpath(dirname(whole)).catch(() => dirname(whole));
    return join(folder, basename(whole));
  });
}
