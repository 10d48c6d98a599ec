import { useMemo } from 'react';
import { useMergedInto, useMissingRights, type MissingRight } from '#lib/api/rights.ts';
import { useMay } from '#lib/api/session.ts';
import type { PlanFound } from './planGroups.ts';

/** What stands in the way of rendering. */
export interface LackingRights {
  readonly missing: readonly MissingRight[];
  /** The shots that have somebody in them who may not be rendered yet, by their ids. */
  readonly blocked: ReadonlySet<string>;
}

const NOTHING: readonly MissingRight[] = [];
const NO_ONE: readonly string[] = [];

/** What rights are missing before the shots of a dub's newest plan may be rendered. */
export function useLackingRights(dub: string, { groups }: PlanFound): LackingRights {
  const [{ missing = NOTHING }] = useMissingRights([dub], useMay()('rights:read'));
  const planned = useMemo(
    () => (missing.length === 0 ? NO_ONE : [...new Set(groups.flatMap(({ performers }) => performers))]),
    [missing, groups],
  );
  // Whom somebody turned out to be since is who needs the rights.
  const merged = useMergedInto(planned);
  const blocked = useMemo(() => {
    const lacking = new Set(missing.map(({ performer }) => performer));
    const lacks = (performer: string): boolean => lacking.has(merged.get(performer) ?? performer);
    return new Set(
      groups.flatMap(({ shot, performers }) => (shot !== null && performers.some(lacks) ? [shot] : [])),
    );
  }, [missing, groups, merged]);
  return { missing, blocked };
}
