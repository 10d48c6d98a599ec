import {
  SILENCE,
  type LipMark,
  type LipMarkKind,
  type MouthCue,
  type Phone,
  type TimeSpan,
} from '@mondwerk/film';

/** A mark of a line: what its lips do at an instant, as people set it by hand. */
export interface LineMark extends LipMark {
  readonly line: number;
}

/** What lips do at the instant of each mark; `neutral` demands nothing. */
const LIPS: Readonly<Record<LipMarkKind, 'closed' | 'open' | null>> = {
  mpb: 'closed',
  'in-close': 'closed',
  'out-close': 'closed',
  'in-open': 'open',
  'out-open': 'open',
  neutral: null,
};

/** A mark holds for so long on either side of its instant, in seconds: about a frame in all. */
const HOLDS = 0.02;

/** No closure is shortened to less than this, in seconds. */
const SHORTEST = 0.03;

/** What marks are heeded among. */
export interface Heard {
  readonly phones: readonly Phone[];
  /** Seconds by which a closure is moved at most rather than joined by another one. */
  readonly reach: number;
}

/**
 * Lets cues be as the marks of people want them: lips meet, or are apart, at the instant of a mark. The nearest closure
 * within reach comes to a mark; one that is in the way of open lips leaves; where there is none, a mark makes a cue.
 */
export function heedMarks(
  cues: readonly MouthCue[],
  marks: readonly LineMark[],
  heard: Heard,
): readonly MouthCue[] {
  const heeded = marks.reduce<readonly MouthCue[]>((before, mark) => {
    const lips = LIPS[mark.kind];
    if (lips === null) return before;
    return lips === 'closed' ? closedAt(before, mark, heard) : openAt(before, mark, heard);
  }, cues);
  return heeded === cues ? cues : [...heeded].sort((a, b) => a.span.start - b.span.start);
}

function closedAt(cues: readonly MouthCue[], mark: LineMark, heard: Heard): readonly MouthCue[] {
  const closures = cues.filter(({ shape, line }) => shape === 'closed' && line === mark.line);
  if (closures.some(({ span }) => distance(span, mark.at) === 0)) return cues;
  const near = closures
    .filter(({ span, origin }) => origin !== 'mark' && distance(span, mark.at) <= heard.reach)
    .sort((a, b) => distance(a.span, mark.at) - distance(b.span, mark.at))[0];
  if (near === undefined) return [...cues, cueOf('closed', mark, heard)];
  const inside = Math.min(HOLDS, (near.span.end - near.span.start) / 2);
  const shift =
    mark.at < near.span.start ? mark.at - inside - near.span.start : mark.at + inside - near.span.end;
  const held = heldWith(near, cues);
  return cues.map((cue) => (held.has(cue) ? { ...cue, span: moved(cue.span, shift), origin: 'mark' } : cue));
}

/** The closures that are one with another, because they follow each other without a gap. */
function heldWith(cue: MouthCue, cues: readonly MouthCue[]): ReadonlySet<MouthCue> {
  const held = new Set([cue]);
  for (const one of held) {
    for (const other of cues) {
      const gap = Math.min(
        Math.abs(other.span.start - one.span.end),
        Math.abs(one.span.start - other.span.end),
      );
      if (other.shape === 'closed' && gap < 1e-6) held.add(other);
    }
  }
  return held;
}

function openAt(cues: readonly MouthCue[], mark: LineMark, heard: Heard): readonly MouthCue[] {
  const away = cues.map((cue) =>
    cue.shape === 'closed' && distance(cue.span, mark.at) < heard.reach
      ? { ...cue, span: outOfTheWay(cue.span, mark, heard.reach) }
      : cue,
  );
  return [...away, cueOf('open', mark, heard)];
}

/** A line that begins open closes later, one that ends open has closed earlier. */
function outOfTheWay({ start, end }: TimeSpan, { kind, at }: LineMark, reach: number): TimeSpan {
  if (kind === 'in-open') {
    const from = Math.max(start, at + reach);
    return { start: from, end: Math.max(end, from + SHORTEST) };
  }
  const to = Math.min(end, at - reach);
  return { start: Math.min(start, to - SHORTEST), end: to };
}

const cueOf = (shape: 'closed' | 'open', { line, at }: LineMark, { phones }: Heard): MouthCue => ({
  shape,
  span: { start: at - HOLDS, end: at + HOLDS },
  ipa: soundAt(phones, line, at),
  line,
  origin: 'mark',
});

/** The sound that a line makes at an instant, or the nearest one. */
function soundAt(phones: readonly Phone[], line: number, at: number): string {
  const own = phones.filter((phone) => phone.line === line);
  const near = (own.length > 0 ? own : phones).reduce<Phone | undefined>(
    (best, phone) =>
      best === undefined || distance(phone.span, at) < distance(best.span, at) ? phone : best,
    undefined,
  );
  return near?.ipa ?? SILENCE;
}

const distance = ({ start, end }: TimeSpan, at: number): number => Math.max(0, start - at, at - end);

const moved = ({ start, end }: TimeSpan, shift: number): TimeSpan => ({
  start: start + shift,
  end: end + shift,
});
