import { Refusal, type Line, type Performer } from '@mondwerk/film';
import type { ChosenSpeaker } from '../checkedOrder.ts';
import { plainName } from '../dubVoices.ts';
import { performerCalled } from '../footage/performerNamed.ts';
import type { Casting } from '../orders.ts';

/** Whom choices may name. */
export interface Choosable {
  readonly performers: readonly Performer[];
  readonly lines: readonly Line[];
  /** Whether faces were followed in a part of the film only, so that performers are numbered otherwise than in the whole. */
  readonly partly: boolean;
}

/**
 * What people chose on the command line, in terms of the film.
 * @throws Refusal `no-character` for a character or line that the script does not have, `no-performer` for a performer
 *   whom the film does not have.
 */
export function decidedCast(chosen: readonly ChosenSpeaker[], film: Choosable): Casting {
  const casting: { characters: Casting['characters']; lines: Casting['lines'] } = {
    characters: [],
    lines: [],
  };
  for (const { said, performer: name } of chosen) {
    const performer = name === null ? null : performerOf(said, name, film);
    const number = /^#(\d+)$/.exec(said);
    if (number !== null) {
      casting.lines.push({ line: lineAt(Number(number[1]), film.lines), performer });
      continue;
    }
    for (const character of charactersCalled(said, film.lines))
      casting.characters.push({ character, performer });
  }
  return casting;
}

function performerOf(said: string, name: string, { performers, partly }: Choosable): string {
  const found =
    partly && !name.toLowerCase().startsWith('shot') ? undefined : performerCalled(name, performers);
  if (found !== undefined) return found;
  throw new Refusal(
    'no-performer',
    partly
      ? `--cast ${said}=${name}: only a part of the film is looked at, where performers are numbered otherwise; name a face of ` +
          `theirs in it, as mondwerk inspect does: --cast ${said}=shot-3-face-1.`
      : `--cast ${said}=${name}: the film has no such performer; it has ${performers.map(({ id }) => id).join(', ')}.`,
  );
}

function lineAt(number: number, lines: readonly Line[]): number {
  const line = lines[number - 1];
  if (line !== undefined) return line.index;
  throw new Refusal('no-character', `--cast #${number}: the script has only ${lines.length} lines.`);
}

/** As the script writes them. */
function charactersCalled(said: string, lines: readonly Line[]): string[] {
  const all = [...new Set(lines.flatMap(({ character }) => character ?? []))];
  const called = all.filter((character) => plainName(character) === plainName(said));
  if (called.length > 0) return called;
  throw new Refusal(
    'no-character',
    `--cast ${said}: the script has no lines of ${said}; ` +
      (all.length === 0
        ? 'it does not say who speaks, so name lines: --cast #12=performer-2.'
        : `it names ${all.slice(0, 12).join(', ')}.`),
  );
}
