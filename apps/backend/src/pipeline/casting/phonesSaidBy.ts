import { SILENCE, type Phone } from '@mondwerk/film';

/** The sound as one mouth sees it: the phones of its own lines; everything else is silence. */
export const phonesSaidIn = (lines: readonly number[], phones: readonly Phone[]): Phone[] =>
  phones.map((phone) =>
    phone.line >= 0 && lines.includes(phone.line)
      ? phone
      : { ipa: SILENCE, span: phone.span, confidence: 1, line: -1 },
  );
