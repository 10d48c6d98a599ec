import { STATES } from './acousticPrior.ts';
import type { Scorer } from './scorer.ts';
import { PAUSE, type SoundModel } from './soundModel.ts';

/** Nats by which densities of correlated features overstate what a frame says. */
const temper = 6;

/** How far a recording's frames are believed to be the phones that they were given. */
export class Belief {
  private readonly scorer: Scorer;
  private readonly phones: number;

  constructor(scorer: Scorer, model: SoundModel) {
    this.scorer = scorer;
    this.phones = model.phones.count;
  }

  /** How much better than the recording's other phones this state explains a frame, as a share of belief, 0..1. */
  in(frame: number, emission: number): number {
    const { scorer } = this;
    const own = scorer.score(frame, emission);
    let [total, count] = [Math.exp((scorer.score(frame, PAUSE) - own) / temper), 1];
    for (let other = 1; other < this.phones; other += STATES) {
      total += Math.exp(Math.min(60, (scorer.score(frame, other) - own) / temper));
      count++;
    }
    return 1 / (1 + (total * 3) / count);
  }
}
