import { useMemo } from 'react';
import type { FilmPlayer } from '#components/player/index.ts';
import type { LineSettings } from '#lib/api/lines.ts';
import type { LineMouth } from '#lib/api/planLines.ts';
import { estimateWanted } from './estimate.ts';
import { sameSettings } from './lineSettings.ts';
import { soundsOf, type Sound } from './sounds.ts';

/** About what each mouth of a line would do with settings that are not planned yet; `null` where that is nothing else. */
export function useEstimates(
  mouth: LineMouth,
  planned: LineSettings,
  settings: LineSettings,
  sounds: readonly Sound[],
  { times: { clock } }: FilmPlayer,
): readonly (readonly number[] | null)[] {
  return useMemo(() => {
    if (sameSettings(planned, settings)) return mouth.mouths.map(() => null);
    const before = { sounds: soundsOf(mouth, planned), strength: planned.strength };
    const after = { sounds, strength: settings.strength };
    return mouth.mouths.map(({ wanted, start }) => estimateWanted(wanted, start, clock, { before, after }));
  }, [mouth, planned, settings, sounds, clock]);
}
