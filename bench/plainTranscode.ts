import { execFileSync } from 'node:child_process';

/** Encodes a film as Mondwerk would, but without touching it. Returns the seconds that took. */
export function plainTranscode(film: string, out: string): number {
  const started = performance.now();
  const encoding = ['-c:v', 'libx264', '-preset', 'medium', '-crf', '16', '-c:a', 'copy'];
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', film, ...encoding, out]);
  return (performance.now() - started) / 1000;
}
