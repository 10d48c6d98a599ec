import { Refusal } from '@mondwerk/film';
import type { PerformerRow } from './tables.ts';

/** What performers are called of whom nobody has said who they are. */
const UNNAMED = /^Performer \d+$/;

/**
 * Makes sure that people know whose face is shown: nobody's face is put on another head without their name.
 * @throws Refusal `performer-unnamed`.
 */
export function requireNamed({ name }: Pick<PerformerRow, 'name'>): void {
  if (!UNNAMED.test(name)) return;
  throw new Refusal(
    'performer-unnamed',
    `Nobody has said who ${name} is: a face is shown on another head only under its name, so name them first.`,
  );
}
