import type { Line } from '@mondwerk/film';

/** Codes of BCP 47 that name no language: undetermined, several, uncoded, none. */
const nameless = /^(?:und|mul|mis|zxx)\b/iu;

/** The language of a line, `tag` where it names none of its own; both BCP 47. */
export const languageOfLine = ({ language }: Pick<Line, 'language'>, tag: string): string =>
  language === undefined || nameless.test(language) ? tag : language;
