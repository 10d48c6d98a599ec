import type { WalkedStretch } from './adaptModel.ts';
import { layChain, type ExpectedPhone } from './chain.ts';
import type { Stretch } from './planStretches.ts';
import { Scorer } from './scorer.ts';
import type { SoundFeatures } from './soundFeatures.ts';
import type { SoundModel } from './soundModel.ts';
import { walkChain } from './walkChain.ts';

/** A stretch of sound with the best path through its lines. */
export interface AlignedStretch extends WalkedStretch {
  readonly stretch: Stretch;
  readonly phones: readonly ExpectedPhone[];
}

/** The expected phones of every line, `line` being the line's position. */
export type PhonesOfLines = readonly (readonly ExpectedPhone[])[];

/** Finds the best path through every stretch; stretches too short for their lines are left out. */
export function walkStretches(
  stretches: readonly Stretch[],
  phonesOf: PhonesOfLines,
  sound: SoundFeatures,
  model: SoundModel,
): AlignedStretch[] {
  const scorer = new Scorer(sound, model);
  return stretches.flatMap((stretch) => {
    const phones = stretch.lines.flatMap((line, at) =>
      phonesOf[line].map((phone) => ({ ...phone, line: at })),
    );
    if (phones.length === 0) return [];
    const { span, windows } = stretch;
    const open = windows.map(() => span);
    for (const bounds of [windows, open]) {
      const chain = layChain(phones, bounds, model);
      const path = walkChain(chain, scorer, span);
      if (path !== undefined) return [{ stretch, phones, chain, path, from: span.from }];
    }
    return [];
  });
}
