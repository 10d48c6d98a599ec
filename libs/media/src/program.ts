import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Refusal } from '@mondwerk/film';
import type { BytePipe } from './bytePipe.ts';

/** The two programs that all media goes through, and what to set to use others than those on the PATH. */
const programs = {
  ffmpeg: () => process.env.MONDWERK_FFMPEG ?? 'ffmpeg',
  ffprobe: () => process.env.MONDWERK_FFPROBE ?? 'ffprobe',
} as const;

const KEPT_LINES = 30;

/** An ffmpeg or ffprobe that ended with an error; `lines` are the last ones it wrote about it. */
export class ProgramError extends Error {
  readonly lines: readonly string[];

  constructor(program: string, exit: string, lines: readonly string[]) {
    super(`${program} ended with ${exit}: ${lines.slice(-5).join(' | ')}`);
    this.name = 'ProgramError';
    this.lines = lines;
  }
}

/** A running ffmpeg. `notes` is its file descriptor 3, for what is told beside the pictures. */
export interface RunningProgram {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly notes: Readable;
  /** Its file descriptor 4, where it was asked for: more than one kind of picture may come out. */
  readonly aside: Readable | undefined;
  /** The last lines it complained in, up to now. */
  readonly complaints: readonly string[];
  /** Resolves when it has ended well. @throws ProgramError (by rejecting) when not. */
  readonly ended: Promise<void>;
  /** Kills it; `ended` then rejects. Harmless when it has ended. */
  stop(): void;
}

/** Writes a path so that neither `-` in front nor a colon or a protocol inside can mean anything else. */
export const fileArgument = (path: string): string => `file:${resolve(path)}`;

/**
 * Starts a program without a shell, which prints to `stdout` or into a pipe of its own. @throws Refusal `program-missing`
 * (through `ended`) when it is not installed.
 */
export function startProgram(
  name: keyof typeof programs,
  args: readonly string[],
  pipe?: BytePipe,
  aside = false,
): RunningProgram {
  const stdio = [
    'pipe',
    pipe?.entrance ?? 'pipe',
    'pipe',
    'pipe',
    ...(aside ? ['pipe' as const] : []),
  ] as const;
  const child = spawn(programs[name](), [...args], { stdio: [...stdio] }) as ChildProcessWithoutNullStreams;
  pipe?.entrance.destroy();
  const lines = keepLastLines(child.stderr);
  const ended = endOf(name, child, lines);
  // Whoever awaits it still sees the rejection; this keeps an early one from counting as unhandled.
  ended.catch(() => undefined);
  // A program that dies closes its pipes; the reason is told by `ended`, not by EPIPE.
  child.stdin.on('error', () => undefined);
  return {
    stdin: child.stdin,
    stdout: pipe?.exit ?? child.stdout,
    notes: child.stdio[3] as Readable,
    aside: aside ? ((child.stdio as readonly unknown[])[4] as Readable) : undefined,
    complaints: lines,
    ended,
    stop() {
      // Unread output would keep the pipes, and with them `ended`, open for ever.
      [pipe?.exit, ...child.stdio].forEach((end) => end?.destroy());
      child.kill('SIGKILL');
    },
  };
}

/** Runs a program to its end and returns all it printed. @throws ProgramError when it fails. */
export async function runProgram(
  name: keyof typeof programs,
  args: readonly string[],
): Promise<{ printed: string }> {
  const running = startProgram(name, args);
  running.stdin.end();
  const chunks: Buffer[] = [];
  for await (const chunk of running.stdout) chunks.push(chunk as Buffer);
  await running.ended;
  return { printed: Buffer.concat(chunks).toString('utf8') };
}

function keepLastLines(stream: Readable): string[] {
  const lines: string[] = [];
  let rest = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split(/[\r\n]+/);
    rest = (parts.pop() ?? '').slice(-2000);
    lines.push(...parts.filter(Boolean));
    lines.splice(0, Math.max(0, lines.length - KEPT_LINES));
  });
  stream.on('end', () => rest && lines.push(rest));
  return lines;
}

function endOf(name: string, child: ChildProcess, lines: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'ENOENT'
          ? new Refusal(
              'program-missing',
              `${name} is not installed; on Debian or Ubuntu: apt-get install ffmpeg.`,
            )
          : error,
      ),
    );
    child.once('close', (exitCode, signal) =>
      exitCode === 0 ? done() : fail(new ProgramError(name, signal ?? `code ${exitCode}`, lines)),
    );
  });
}
