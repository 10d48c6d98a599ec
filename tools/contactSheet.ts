import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Box } from '@mondwerk/film';

/** What a contact sheet shows: the same instants of two films, one row each, cut to a part of the picture. */
export interface ContactSheet {
  readonly rows: readonly { readonly film: string; readonly label: string }[];
  readonly frames: readonly number[];
  readonly framesPerSecond: number;
  readonly part: { readonly left: number; readonly top: number; readonly size: number };
  readonly out: string;
}

const TILE = 300;

/** The square part of a film in which a box is seen with the head round it: `roomier` times the box, which lies low in it. */
export function partRound(
  { left, top, right, bottom }: Box,
  { width, height }: { readonly width: number; readonly height: number },
  roomier = 1.7,
): ContactSheet['part'] {
  const size = Math.min(width, height, Math.round(roomier * Math.max(right - left, bottom - top)));
  const clamp = (value: number, most: number): number => Math.round(Math.max(0, Math.min(most, value)));
  return {
    left: clamp((left + right - size) / 2, width - size),
    top: clamp(bottom - 0.9 * size, height - size),
    size,
  };
}

/** Draws a contact sheet as a PNG, with labels where a font is installed. */
export async function drawContactSheet(sheet: ContactSheet): Promise<void> {
  const run = promisify(execFile);
  const inputs = sheet.rows.flatMap(({ film }) => ['-i', film]);
  const draw = (labels: boolean): Promise<unknown> =>
    run('ffmpeg', [
      '-v',
      'error',
      '-y',
      ...inputs,
      '-filter_complex',
      graphOf(sheet, labels),
      '-frames:v',
      '1',
      sheet.out,
    ]);
  await draw(true).catch(() => draw(false));
}

function graphOf({ rows, frames, framesPerSecond, part }: ContactSheet, labels: boolean): string {
  const chosen = frames.map((frame) => `eq(n\\,${frame})`).join('+');
  const chains = rows.map(({ label }, row) => {
    const text = labels
      ? [textAt(label, 10), textAt(`%{eif\\:t\\:d}.%{eif\\:mod(t*100\\,100)\\:d\\:2} s`, TILE - 30)]
      : [];
    const steps = [
      `select=${chosen}`,
      `crop=${part.size}:${part.size}:${part.left}:${part.top}`,
      `scale=${TILE}:${TILE}:flags=lanczos`,
      ...text,
      `tile=${frames.length}x1:padding=4:color=0x202020`,
    ];
    return `[${row}:v]fps=${framesPerSecond},${steps.join(',')}[row${row}]`;
  });
  const all = rows.map((_, row) => `[row${row}]`).join('');
  return `${chains.join(';')};${all}vstack=inputs=${rows.length}`;
}

const textAt = (text: string, y: number): string =>
  `drawtext=text='${text}':x=10:y=${y}:fontsize=20:fontcolor=white:box=1:boxcolor=black@0.5:boxborderw=4`;
