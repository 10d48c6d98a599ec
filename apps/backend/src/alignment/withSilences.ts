import { SILENCE, type Phone } from '@mondwerk/film';

/** Sounds with silence wherever there is none, from the beginning to `seconds`. */
export function withSilences(phones: readonly Phone[], seconds: number): Phone[] {
  const all: Phone[] = [];
  const silence = (start: number, end: number, line: number): void => {
    if (end - start > 1e-6) all.push({ ipa: SILENCE, span: { start, end }, confidence: 1, line });
  };
  let at = 0;
  let line = -1;
  for (const phone of phones) {
    silence(at, phone.span.start, phone.line === line ? line : -1);
    all.push(phone);
    ({ line } = phone);
    at = phone.span.end;
  }
  silence(at, seconds, -1);
  return all;
}

/** Sounds, ascending by their start, without those that begin before the one before them has ended. */
export function oneByOne(phones: readonly Phone[]): Phone[] {
  const kept: Phone[] = [];
  for (const phone of phones) {
    if (phone.span.start >= (kept.at(-1)?.span.end ?? 0) - 1e-6) kept.push(phone);
  }
  return kept;
}
