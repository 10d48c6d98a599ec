import type { DeliveredReplacement } from '../orders.ts';

/** What the file is called in which it lies beside a film. */
export const DISCLOSURE = 'DISCLOSURE.txt';

/**
 * What has to be said of a film in which faces were replaced, to those who show it and by them: a sentence for each pair
 * (Regulation (EU) 2024/1689, article 50, asks for it; so do many others).
 */
export const discloseReplaced = (
  replaced: readonly Pick<DeliveredReplacement, 'replaced' | 'shown'>[],
): string => [...new Set(replaced.map(sentenceOf))].join(' ');

const sentenceOf = ({ replaced, shown }: Pick<DeliveredReplacement, 'replaced' | 'shown'>): string =>
  `In this film the face of ${replaced} was artificially replaced with the face of ${shown}.`;
