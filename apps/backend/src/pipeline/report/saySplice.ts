import { lengthOf } from '@mondwerk/film';
import type { Splice } from '../stages/spliceFilm.ts';

/** Tells a person how much of a film is copied, in one sentence. */
export function saySplice({ coded, copied, because }: Splice): string {
  if (because !== null)
    return `Nothing can be copied from the film, because ${because}: all of it is coded anew.`;
  const sum = (spans: typeof coded): number => spans.reduce((total, span) => total + lengthOf(span), 0);
  const [anew, kept] = [sum(coded), sum(copied)];
  const share = Math.round((100 * kept) / (anew + kept));
  return `${kept} of ${anew + kept} frames (${share}%) are copied from the film as they are, ${anew} are coded anew.`;
}
