import { lengthOf, type Line, type TimeSpan } from '@mondwerk/film';
import { LessThan, type EntityManager } from 'typeorm';
import type { LineSettings } from '../pipeline/lineSettings.ts';
import { Lines, Scripts, type LineRow, type ScriptRow } from './tables.ts';

/** What of an earlier line says which new one it has become, and how its mouth was wanted. */
export type EarlierLine = Pick<LineRow, 'text' | 'start' | 'end' | 'settings'>;

/**
 * Lets lines of a new version of a script keep how people wanted their mouths: those of the same words all of it; those
 * of other words at the same time what is said of the whole line, as its sounds are others.
 */
export async function keepSettings(
  tx: EntityManager,
  script: ScriptRow,
  lines: readonly Line[],
): Promise<void> {
  if (script.dub === null) return;
  const [before] = await tx.find(Scripts, {
    where: { title: script.title, dub: script.dub, id: LessThan(script.id) },
    order: { id: 'DESC' },
    take: 1,
  });
  if (before === undefined) return;
  const earlier = await tx.find(Lines, { where: { script: before.id }, order: { index: 'ASC' } });
  const kept = keptSettings(lines, earlier);
  if (kept.size === 0) return;
  const rows = [...kept].map(([index, settings]) => ({ index, settings }));
  await tx.query(
    `UPDATE lines SET settings = kept.settings
     FROM jsonb_to_recordset($1::jsonb) AS kept ("index" integer, settings jsonb)
     WHERE lines.script = $2 AND lines."index" = kept."index"`,
    [JSON.stringify(rows), script.id],
  );
}

/** The settings that new lines keep, by their numbers. Every earlier line becomes one new line at most. */
export function keptSettings(
  lines: readonly Line[],
  earlier: readonly EarlierLine[],
): ReadonlyMap<number, LineSettings> {
  const kept = new Map<number, LineSettings>();
  const taken = new Set<EarlierLine>();
  const keep = (line: Line, from: EarlierLine | undefined, settings = from?.settings): void => {
    if (from === undefined) return;
    taken.add(from);
    if (settings) kept.set(line.index, settings);
  };
  const others = lines.filter((line) => {
    const same = earlier.filter((each) => !taken.has(each) && plain(each.text) === plain(line.text));
    const nearest = same.sort((a, b) => apart(line, a) - apart(line, b))[0];
    keep(line, nearest);
    return nearest === undefined;
  });
  for (const line of others) {
    const there = earlier.find((each) => !taken.has(each) && isThen(line, each));
    keep(line, there, there?.settings && { ...there.settings, cues: [] });
  }
  return kept;
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

const spanOf = ({ start, end }: EarlierLine): TimeSpan | null =>
  start === null || end === null ? null : { start, end };

/** How many seconds lie between when lines begin; as if they began together where that is not known. */
function apart({ span }: Line, earlier: EarlierLine): number {
  const own = spanOf(earlier);
  return span === undefined || own === null ? 0 : Math.abs(span.start - own.start);
}

/** Whether two lines are said at the same time: they share most of the shorter one's. */
function isThen({ span }: Line, earlier: EarlierLine): boolean {
  const own = spanOf(earlier);
  if (span === undefined || own === null) return false;
  const shared = Math.min(span.end, own.end) - Math.max(span.start, own.start);
  return shared > Math.min(lengthOf(span), lengthOf(own)) / 2;
}
