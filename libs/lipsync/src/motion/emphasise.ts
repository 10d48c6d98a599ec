import type { Gain } from './editCues.ts';
import type { MouthMotion } from './mouthMotion.ts';

/** A gain comes and goes over this time on either side of where its sound begins and ends, in seconds. */
const FADE = 0.06;

/** However much people ask for, a mouth moves no further than this many times what is predicted. */
const MOST = 2;

/** Lets a mouth move further or less far while some sounds are made. `times` are the frames' middles. */
export function emphasise(motion: MouthMotion, gains: readonly Gain[], times: Float64Array): MouthMotion {
  if (gains.length === 0) return motion;
  const size = motion.displacement.length / motion.frames;
  const factors = Array.from(times, (time) => gainAt(gains, time));
  return {
    frames: motion.frames,
    displacement: motion.displacement.map((value, index) => value * factors[Math.floor(index / size)]),
  };
}

function gainAt(gains: readonly Gain[], time: number): number {
  const more = gains.reduce(
    (sum, { span, gain }) =>
      sum + (gain - 1) * (passed((span.end - time) / FADE) - passed((span.start - time) / FADE)),
    0,
  );
  return Math.min(MOST, Math.max(0, 1 + more));
}

/** How much of a raised cosine from -1 to 1 lies before `x`: it rises from 0 to 1 without a corner. */
function passed(x: number): number {
  if (x <= -1) return 0;
  return x >= 1 ? 1 : (1 + x + Math.sin(Math.PI * x) / Math.PI) / 2;
}
