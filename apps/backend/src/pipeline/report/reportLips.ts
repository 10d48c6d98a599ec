import { formatTimecode } from '@mondwerk/film';
import { NOTICED_GAP } from '../lipChecks.ts';
import type { Findings } from './findings.ts';
import type { Report } from './reportSchema.ts';

/** Writes up every p b m f v: the lip gap that was wanted and the one that is seen in the new picture. */
export function reportLips({ checks, parts, order: { film } }: Findings): Report['lips'] {
  const seen = new Map(
    parts.flatMap((part) => part.seen).map((gap) => [`${gap.track}#${gap.frame}`, gap.gap]),
  );
  const rendered = new Set(
    parts
      .flatMap(({ mouths }) => mouths.filter(({ passed }) => passed === null))
      .map((m) => `${m.track}#${m.frame}`),
  );
  return checks
    .filter(({ track, frame }) => rendered.has(`${track}#${frame}`))
    .map(({ line, ipa, frame, performer, track, wantedGap }) => {
      const seenGap = seen.get(`${track}#${frame}`) ?? null;
      return {
        line,
        ipa,
        frame,
        timecode: formatTimecode(frame, film.rate),
        performer,
        wantedGap,
        seenGap,
        reached: seenGap === null ? null : seenGap <= wantedGap + NOTICED_GAP,
      };
    });
}
