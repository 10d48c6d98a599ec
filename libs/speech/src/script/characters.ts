/** One script event before it gets its number. */
export interface Event {
  readonly text: string;
  readonly character?: string;
  readonly span?: { readonly start: number; readonly end: number };
}

const prefix =
  /^((?:\p{Lu}|\p{Lo})[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}|\p{Lo}|\d)[\p{L}\p{M}\d.'’-]*){0,2})\s*[:：]\s*(?=\D)/u;

/**
 * Takes `Name:` off the front of texts where it looks like a character's name: written in capitals, said by the
 * same name in several lines, or in front of every line.
 */
export function nameCharacters(events: readonly Event[]): Event[] {
  const names = events.map((event) =>
    event.character === undefined ? prefix.exec(event.text)?.[1] : undefined,
  );
  const times = new Map<string, number>();
  for (const name of names) if (name !== undefined) times.set(name, (times.get(name) ?? 0) + 1);
  const everywhere = names.every((name) => name !== undefined);
  return events.map((event, at) => {
    const name = names[at];
    if (name === undefined || !(everywhere || isCapital(name) || times.get(name)! > 1)) return event;
    return { ...event, character: name, text: event.text.replace(prefix, '') };
  });
}

const isCapital = (name: string): boolean =>
  name.length > 1 && name === name.toUpperCase() && /\p{Lu}/u.test(name);
