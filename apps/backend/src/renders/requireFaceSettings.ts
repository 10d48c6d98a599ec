import { Refusal } from '@mondwerk/film';
import type { DubKind } from '../dubs/tables.ts';
import type { TakeSettings } from '../pipeline/orders.ts';

/**
 * Makes sure that nothing is asked of a take of a replacement that only dubs have: its mouths move as they did in the film.
 * @throws Refusal `settings-of-dubs`.
 */
export function requireFaceSettings(kind: DubKind, settings: readonly Partial<TakeSettings>[]): void {
  if (kind === 'dub') return;
  const ofDubs = settings.some(
    ({ delay = 0, opening = 1, leaveAlone = [] }) => delay !== 0 || opening !== 1 || leaveAlone.length > 0,
  );
  if (!ofDubs) return;
  throw new Refusal(
    'settings-of-dubs',
    'A replacement keeps the mouths of its film and is of one head: leave delay, opening and leaveAlone out, and name frames in untouched where the head shall stay as it was.',
  );
}
