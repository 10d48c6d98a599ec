import { basename, dirname, resolve } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { ProgramError, type RunningProgram } from './program.ts';

/** Turns what went wrong while writing `path` into a Refusal that names the folder, where it is one of the known reasons. */
export function writeRefusal(path: string, error: unknown): unknown {
  const folder = dirname(resolve(path));
  const said = error instanceof ProgramError ? error.lines.join('\n') : String(error);
  if (/No space left on device|ENOSPC|EDQUOT|Disk quota exceeded/.test(said)) {
    const sentence = `The disk is full: ${folder} has no room left; free some space there or choose another folder.`;
    return new Refusal('disk-full', sentence, { cause: error });
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/.test(said)) {
    const sentence = `${folder} cannot be written to; choose another folder or change its permissions.`;
    return new Refusal('not-writable', sentence, { cause: error });
  }
  if (/ENOENT|ENOTDIR|No such file or directory/.test(said)) {
    const sentence = `The folder ${folder} does not exist; make it first or choose another.`;
    return new Refusal('no-folder', sentence, { cause: error });
  }
  if (/ENAMETOOLONG|File name too long/.test(said)) {
    const name = `${basename(path).slice(0, 40)}…`;
    return new Refusal('name-too-long', `The name ${name} is too long for ${folder}; choose a shorter one.`, {
      cause: error,
    });
  }
  return error;
}

/**
 * Waits until a program has written `path` whole. ffmpeg may end well although the disk was full at the very end.
 * @throws Refusal as `writeRefusal`, or what went wrong.
 */
export async function endedWell(path: string, program: RunningProgram): Promise<void> {
  await program.ended.catch((error: unknown) => Promise.reject(writeRefusal(path, error)));
  if (!program.complaints.some((line) => /No space left|Disk quota|Input\/output error/.test(line))) return;
  throw writeRefusal(path, new ProgramError('ffmpeg', 'an unfinished file', program.complaints));
}
