import { lengthOf } from '@mondwerk/film';
import type { ShotLikeness, Verdict } from './verdict.ts';

/** Says a verdict in sentences, one a line. */
export function tellVerdict(verdict: Verdict): string {
  return [
    ...verdict.findings.map(({ sentence }) => sentence),
    ...verdict.remarks,
    ...verdict.shots.map(tellShot),
    ...tellLeastAlike(verdict),
    conclusion(verdict),
  ].join('\n');
}

function tellShot({ shot, frames, outside, inside, equalFrames }: ShotLikeness): string {
  const equal = equalFrames > 0 ? `, ${equalFrames} of ${lengthOf(frames)} frames equal` : '';
  const within = inside === null ? 'no boxes' : `${inside.toFixed(1)} dB inside`;
  const without = outside === null ? 'equal outside the boxes' : `${outside.toFixed(1)} dB outside the boxes`;
  return `Shot ${shot}, frames ${frames.start} to ${frames.end - 1}: ${without}${equal}, ${within}.`;
}

function tellLeastAlike({ leastAlike: block }: Verdict): string[] {
  if (block === null) return [];
  const { frame, x, y, decibels } = block;
  return [`Least alike outside the boxes: frame ${frame} at x ${x}, y ${y}, ${decibels.toFixed(1)} dB.`];
}

function conclusion({ verified, compared, frames, outside, out, source, report }: Verdict): string {
  if (!verified) return `${out} is not what ${report} says of it.`;
  const share = `${(100 * outside).toFixed(1)} %`;
  if (compared === 'samples') {
    return (
      `${out} is ${source} sample for sample outside the boxes of ${report}: ` +
      `${share} of all samples in ${lengthOf(frames)} frames, and nothing else differs.`
    );
  }
  return (
    `${out} has the frames, times and format of ${source}, and ${source} has the samples of ${report}; ` +
    `that the ${share} outside the boxes were left alone is likely but not proven.`
  );
}
