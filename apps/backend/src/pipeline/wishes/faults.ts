import { Refusal } from '@mondwerk/film';
import type { z } from 'zod';

/** Something that is wrong in a settings file: where, and what to do about it. */
export interface Fault {
  /** As people write it: `lines[2].strength`; empty for the file itself. */
  readonly place: string;
  /** Goes on after the place, without a full stop. */
  readonly says: string;
}

/** So many are told at once. */
const MOST_TOLD = 10;

/** Refuses a file for all that is wrong with it, a sentence each. */
export function refusalFor(name: string, faults: readonly Fault[]): Refusal {
  const told = faults
    .slice(0, MOST_TOLD)
    .map(({ place, says }) => `${name}: ${place ? `${place} ` : ''}${says}.`);
  const more = faults.length - told.length;
  return new Refusal(
    'settings-wrong',
    [...told, ...(more > 0 ? [`${more} more like these follow.`] : [])].join('\n'),
  );
}

/** Tells what zod found, each in words. */
export const faultsOf = (error: z.ZodError): Fault[] => error.issues.flatMap((issue) => faultsIn(issue, []));

type Path = readonly PropertyKey[];

function faultsIn(issue: z.core.$ZodIssue, above: Path): Fault[] {
  const path = [...above, ...issue.path];
  const fault = (says: string): Fault[] => [{ place: placeOf(path), says }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ place: placeOf([...path, key]), says: 'is no setting there is' }));
    case 'invalid_type':
      return fault(`must be ${NOUNS[issue.expected] ?? issue.expected}`);
    case 'invalid_value':
      return fault(`must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`);
    case 'too_big':
      return fault(
        issue.origin === 'array'
          ? `has more than ${issue.maximum}`
          : `is ${String(issue.input)}: the most is ${issue.maximum}`,
      );
    case 'too_small':
      return fault(
        issue.origin === 'array'
          ? `needs ${issue.minimum} at least`
          : `is ${String(issue.input)}: the least is ${issue.minimum}`,
      );
    case 'invalid_union':
      return unionFaults(issue, path);
    case 'custom':
      return fault(issue.message);
    default:
      return fault(`is wrong (${issue.message})`);
  }
}

/** The way that gets furthest is the one that was meant. */
function unionFaults({ errors }: z.core.$ZodIssueInvalidUnion, path: Path): Fault[] {
  const ways = errors.map((issues) => issues.flatMap((issue) => faultsIn(issue, path)));
  const own = placeOf(path);
  const deeper = ways.find((faults) => faults.length > 0 && faults.some(({ place }) => place !== own));
  if (deeper !== undefined) return deeper;
  const says = [...new Set(ways.flat().map((fault) => fault.says.replace(/^must be /, '')))];
  return [{ place: own, says: `must be ${says.join(' or ')}` }];
}

const NOUNS: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text in quotes',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
};

/** `['lines', 2, 'strength']` as `lines[2].strength`. */
export function placeOf(path: Path): string {
  return path.reduce<string>((place, part) => {
    if (typeof part === 'number') return `${place}[${part}]`;
    const word = String(part);
    const key = /^[\w$-]+$/.test(word) ? word : JSON.stringify(word);
    return place === '' ? key : `${place}.${key}`;
  }, '');
}
