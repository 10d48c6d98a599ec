import type { EntityManager } from 'typeorm';
import { Replacements } from '../dubs/replacementTable.ts';
import type { DubRow } from '../dubs/tables.ts';
import { Sources } from '../titles/tables.ts';
import type { ReplacementRole } from './checkRights.ts';
import type { RightsNeeded } from './requireRights.ts';

/** Whose faces are rendered or delivered in a dub or a replacement, and where that will be shown. */
export interface FacesOfDub {
  readonly performers: readonly string[];
  readonly territories?: readonly string[];
}

/**
 * What has to be agreed to before faces of a dub or a replacement are rendered or delivered: mouths in its language, or
 * the whole faces of both performers of a replacement. Where its film is one in which faces were replaced, that must
 * still hold too.
 */
export async function rightsOfDub(
  tx: EntityManager,
  dub: Pick<DubRow, 'id' | 'title' | 'source' | 'kind' | 'language'>,
  { performers, territories }: FacesOfDub,
): Promise<RightsNeeded[]> {
  const { title, language } = dub;
  const where = territories === undefined ? {} : { territories };
  const own: RightsNeeded =
    dub.kind === 'dub'
      ? { title, language, extent: 'mouth', performers, ...where }
      : { ...wholeFaces(title, await bothIn(tx, dub.id, performers)), ...where };
  const { madeFrom } = await tx.findOneByOrFail(Sources, { id: dub.source });
  const before = (madeFrom?.replaced ?? []).map(({ replaced, shown }) => ({
    ...rightsOfBoth(title, replaced, shown),
    ...where,
  }));
  return [own, ...before];
}

type Roles = ReadonlyMap<string, ReplacementRole>;

/** What has to be agreed to where one performer's face is put on another one's head. */
export const rightsOfBoth = (title: string, replaced: string, shown: string): RightsNeeded =>
  wholeFaces(title, rolesOf(replaced, shown));

const wholeFaces = (title: string, roles: Roles): RightsNeeded => ({
  ...{ title, roles, language: null, extent: 'whole-face' },
  performers: [...roles.keys()],
});

const rolesOf = (replaced: string, shown: string): Roles =>
  new Map([
    [replaced, 'replaced'],
    [shown, 'shown'],
  ]);

/** Both performers of a replacement, whoever else is named: that one is somebody whose head it turned out to be. */
async function bothIn(tx: EntityManager, dub: string, performers: readonly string[]): Promise<Roles> {
  const { replaced, shown } = await tx.findOneByOrFail(Replacements, { dub });
  const others = performers.map((performer) => [performer, 'replaced'] as const);
  return new Map([...others, ...rolesOf(replaced, shown)]);
}
