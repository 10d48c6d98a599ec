/** Measures of the picture, in its own pixels. */
export const PAGE = { width: 2000, left: 128, right: 24, top: 150 } as const;

/** How many seconds one row shows. */
export const ROW_SECONDS = 10;

/** Heights of what a row shows, from above, and the room between rows. */
export const HEIGHTS = {
  ruler: 24,
  line: 22,
  words: 20,
  phones: 30,
  gap: 4,
  wave: 72,
  cues: 26,
  curve: 64,
  between: 34,
} as const;

/** Where a stretch of time stands in the picture. */
export interface RowScale {
  readonly start: number;
  readonly end: number;
  /** The left edge of an instant. */
  readonly x: (seconds: number) => number;
}

const PER_SECOND = (PAGE.width - PAGE.left - PAGE.right) / ROW_SECONDS;

/** The scale of the row that begins at `start`, and ends with the page's stretch at the latest. */
export function rowScale(start: number, last: number): RowScale {
  const end = Math.min(start + ROW_SECONDS, last);
  return { start, end, x: (seconds) => PAGE.left + (seconds - start) * PER_SECOND };
}

/** The part of a span that a row shows; `undefined` for none. */
export function partIn(
  { start, end }: { readonly start: number; readonly end: number },
  row: RowScale,
): { readonly from: number; readonly to: number } | undefined {
  const [from, to] = [Math.max(start, row.start), Math.min(end, row.end)];
  return to > from ? { from, to } : undefined;
}

/** Seconds as people read them off a player: `1:02.5`, `1:02:03.250`. */
export function clockOf(seconds: number, digits = 1): string {
  const unit = 10 ** digits;
  const rounded = Math.round(Math.max(0, seconds) * unit);
  const whole = Math.floor(rounded / unit);
  const part = digits === 0 ? '' : `.${String(rounded % unit).padStart(digits, '0')}`;
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}${part}`;
}
