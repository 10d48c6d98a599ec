import type { PerformerSpeech } from './footageUse.ts';
import type { Footage } from './openFootage.ts';

/** What other footage showed, in sentences. */
export function sayFootage(footage: readonly Footage[]): string[] {
  return footage.flatMap(({ input, people }) => {
    if (people.length === 0) {
      const whom = input.of === null ? 'none of the film’s performers' : `nobody who looks like ${input.of}`;
      return [`${input.name} shows ${whom}: it is left unused.`];
    }
    return people.map(({ performer, likeness, doubt }) => {
      const found = `${input.name} shows ${performer} (alike by ${likeness.toFixed(2)})`;
      return doubt === null ? `${found}.` : `${found}; look whether it is really them: ${doubt}.`;
    });
  });
}

/** What is needed of those whose speaking mouth was hardly seen, in sentences; `null` for whom there is enough. */
export function sayWhatIsNeeded(seen: PerformerSpeech): string | null {
  const { speaks, performer, characters, seconds, elsewhere, openings } = seen;
  if (speaks === 'plenty') return null;
  const name = characters.length === 0 ? performer : `${characters.join(', ')} (${performer})`;
  const where = elsewhere > 0 ? ' here and in other footage' : '';
  return speaks === 'never'
    ? `${name} is only seen with a closed mouth${where} (${seconds.toFixed(1)} s), and no mouth is invented: it will hardly open. ` +
        `Give footage of them speaking with --performer-footage.`
    : `${name} is hardly seen speaking${where}: the mouth opens ${openings} times in ${seconds.toFixed(1)} s, so the same few mouths ` +
        `come again. Footage of them speaking, given with --performer-footage, would help.`;
}
