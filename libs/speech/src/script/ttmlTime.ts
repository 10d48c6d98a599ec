import { FROM_NOUGHT, parseTimecode, perSecond, rate, Refusal, type Rate } from '@mondwerk/film';
import type { ScriptClock } from './scriptDocument.ts';

/** How a TTML file counts time: its `ttp:` parameters. */
export interface TtmlClock {
  /** Frames a second, as they are shown. */
  readonly rate: Rate;
  /** Whether the file says that rate itself. */
  readonly said: boolean;
  readonly subFrames: number;
  /** Ticks a second, as a fraction. */
  readonly ticks: Rate;
  /** Whether clock times are timecodes, which number frames. */
  readonly smpte: boolean;
  readonly drop: boolean;
}

/** Reads a file's parameters; a frame rate that it does not say is the one given, or TTML's 30. */
export function readTtmlClock(given: Readonly<Record<string, string>>, known: Rate | undefined): TtmlClock {
  const frames = whole(given['ttp:frameRate']);
  const [num, den] =
    /^\s*(\d{1,7})[\s:]+(\d{1,7})\s*$/.exec(given['ttp:frameRateMultiplier'] ?? '')?.slice(1) ?? [];
  const multiplier = NTSC_AS_WRITTEN.test(`${num}/${den}`)
    ? { num: 1000, den: 1001 }
    : { num: whole(num) ?? 1, den: whole(den) ?? 1 };
  const shown = frames === undefined ? (known ?? rate(30)) : rate(frames * multiplier.num, multiplier.den);
  const subFrames = whole(given['ttp:subFrameRate']) ?? 1;
  const ticks = whole(given['ttp:tickRate']);
  return {
    rate: shown,
    said: frames !== undefined,
    subFrames,
    ticks:
      ticks !== undefined
        ? rate(ticks)
        : frames === undefined
          ? rate(1)
          : rate(shown.num * subFrames, shown.den),
    smpte: given['ttp:timeBase'] === 'smpte',
    drop: given['ttp:dropMode'] === 'dropNTSC',
  };
}

/** Some programs write 999/1000, which is not what any film has. */
const NTSC_AS_WRITTEN = /^999\/1000$/;

const whole = (text: string | undefined): number | undefined => {
  const number = /^\d{1,9}$/.test(text?.trim() ?? '') ? Number(text) : 0;
  return number > 0 ? number : undefined;
};

/** The clock of a script whose times are counted so. */
export const scriptClockOf = ({ rate: shown, drop }: TtmlClock): ScriptClock => ({
  rate: shown,
  start: drop ? { frame: 0, drop } : FROM_NOUGHT,
});

const clockTime = /^(\d{2,3}):(\d{2}):(\d{2})(?:\.(\d{1,9})|([:;])(\d{2,3})(?:\.(\d{1,3}))?)?$/;
const offsetTime = /^(\d{1,12})(?:\.(\d{1,9}))?(h|ms|m|s|f|t)$/;

/** Reads a time expression of TTML in seconds. @throws Refusal when it is none. */
export function readTtmlTime(text: string, clock: TtmlClock, name: string): number {
  const trimmed = text.trim();
  const found = clockSeconds(trimmed, clock) ?? offsetSeconds(trimmed, clock);
  if (found !== undefined) return found;
  throw new Refusal(
    'script-times',
    `The script ${name}: "${trimmed.slice(0, 40)}" is not a time: write it as 00:01:02.500, 62.5s or 1550f.`,
  );
}

function clockSeconds(text: string, clock: TtmlClock): number | undefined {
  const match = clockTime.exec(text);
  if (match === null) return undefined;
  const [, hours, minutes, seconds, fraction, sign, frames, sub] = match;
  const start = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (frames === undefined) return fraction === undefined ? start : Number(`${start}.${fraction}`);
  if (Number(frames) >= Math.round(perSecond(clock.rate))) return undefined;
  const { num, den } = clock.rate;
  const part = sub === undefined ? 0 : Number(sub) / clock.subFrames;
  if (!clock.smpte) return (start * num + (Number(frames) + part) * den) / num;
  const drops = clock.drop || sign === ';';
  const code = `${hours.slice(-2)}:${minutes}:${seconds}${drops ? ';' : ':'}${frames}`;
  const whole = hours.length > 2 ? undefined : parseTimecode(code, clock.rate);
  return whole === undefined || part === 0 ? whole : whole + (part * den) / num;
}

/** Whole units first, as in a fraction: 0.1 s three times is not 0.3 s. */
function offsetSeconds(text: string, { rate: shown, ticks }: TtmlClock): number | undefined {
  const match = offsetTime.exec(text);
  if (match === null) return undefined;
  const count = Number(`${match[1]}.${match[2] ?? '0'}`);
  const units: Readonly<Record<string, number>> = {
    h: count * 3600,
    m: count * 60,
    s: count,
    ms: count / 1000,
    f: (count * shown.den) / shown.num,
    t: (count * ticks.den) / ticks.num,
  };
  return units[match[3]];
}
