import { basename } from 'node:path';
import { Refusal, type Line } from '@mondwerk/film';
import { probe, readAs, type Film } from '@mondwerk/media';
import type { FootageInput } from '../pipeline/checkedOrder.ts';
import { plainName } from '../pipeline/dubVoices.ts';
import { isPerformerName } from '../pipeline/footage/performerNamed.ts';
import { fingerprintFile } from '../pipeline/fingerprint.ts';
import type { NamedVoice } from './namedVoice.ts';

/** What other footage is checked against. */
interface Surroundings {
  readonly film: Film;
  readonly filmHash: string;
  readonly lines: readonly Line[];
}

/**
 * Looks at other footage of a film's title; one file that is named twice counts once.
 * @throws Refusal for what is no whole film, `footage-film` for the film itself, `no-character` for a name that neither
 *   the script nor `inspect` gives.
 */
export async function checkFootage(
  files: readonly NamedVoice[],
  { film, filmHash, lines }: Surroundings,
  signal: AbortSignal,
): Promise<FootageInput[]> {
  const checked: FootageInput[] = [];
  for (const { path, character: of } of files) {
    const name = basename(path);
    if (of !== null) checkName(of, name, lines);
    const own = await probe(path);
    const sha256 = await fingerprintFile(path, signal);
    if (sha256 === filmHash) {
      throw new Refusal(
        'footage-film',
        `${name} is the film itself: --performer-footage is for other films of its performers.`,
      );
    }
    if (checked.some((other) => other.sha256 === sha256 && other.of === of)) continue;
    checked.push({ path, name, sha256, of, film: readAs(own, film) });
  }
  return checked;
}

function checkName(name: string, file: string, lines: readonly Line[]): void {
  const characters = [...new Set(lines.flatMap(({ character }) => character ?? []))];
  if (isPerformerName(name) || characters.some((each) => plainName(each) === plainName(name))) return;
  const some = characters.slice(0, 12).join(', ') + (characters.length > 12 ? '…' : '');
  throw new Refusal(
    'no-character',
    `${file} shall be footage of ${name}, who is nobody in the script: ` +
      (characters.length === 0 ? 'it does not say who speaks' : `it names ${some}`) +
      '; a performer is named as mondwerk inspect does: performer-2.',
  );
}
