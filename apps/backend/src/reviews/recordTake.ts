import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { writeAudit } from '../audit/writeAudit.ts';
import { emit } from '../events/emit.ts';
import type { RenderOrder, ReplaceOrder } from '../pipeline/orders.ts';
import type { Recorder } from '../queue/recorders.ts';
import type { RunRow } from '../queue/tables.ts';
import { performersInRun } from '../rights/plannedPerformers.ts';
import { Takes } from './tables.ts';
import { UNDECIDED } from './takeStates.ts';

/**
 * Makes a take of what was rendered for a shot: once, however often a worker dies or the run is retried. Takes of the
 * shot on which nobody has decided are superseded.
 */
export const recordTake: Recorder<'renderMouths' | 'renderFaces'> = async (tx, run, shot, outcome) => {
  const { dub, organisation, id } = run;
  if (dub === null || shot === null) throw new Error('takes are made of the shots of a dub');
  const asked = (run.order as RenderOrder | ReplaceOrder).shots.find((each) => each.shot === shot);
  if (asked === undefined) throw new Error(`shot ${shot} was not asked for`);
  const place = await lockShot(tx, dub, shot);
  if (await tx.existsBy(Takes, { run: id, shot: place })) return;
  const performers = (await performersInRun(tx, { ...run, dub }, [shot])).get(shot) ?? [];
  await supersedeUndecided(tx, dub, place);
  const take = newId();
  const number = await freeNumber(tx, { dub, shot: place, wanted: asked.take });
  await tx.insert(Takes, {
    id: take,
    ...{ organisation, dub, performers },
    shot: place,
    number,
    state: 'to-review',
    run: id,
    result: outcome,
    settings: asked.settings,
    version: 1,
  });
  await audit(tx, run, take, shot);
  await emit(tx, {
    ...{ organisation, title: run.title, dub },
    kind: 'take.ready',
    thing: take,
    data: { run: id, shot, number },
  });
};

/** Others who record a take of the same shot wait until this transaction ends. Returns the shot's id. */
async function lockShot(tx: EntityManager, dub: string, index: number): Promise<string> {
  const [shot]: { id: string }[] = await tx.query(
    `SELECT s.id FROM shots s JOIN dubs d ON d.source = s.source WHERE d.id = $1 AND s."index" = $2
     FOR NO KEY UPDATE OF s`,
    [dub, index],
  );
  return shot.id;
}

/** The number that was meant for it; when a later run has got that meanwhile, the next one. */
async function freeNumber(
  tx: EntityManager,
  { dub, shot, wanted }: { readonly dub: string; readonly shot: string; readonly wanted: number },
): Promise<number> {
  const numbers = (await tx.find(Takes, { where: { dub, shot }, select: { number: true } })).map(
    ({ number }) => number,
  );
  return numbers.includes(wanted) ? Math.max(...numbers) + 1 : wanted;
}

async function supersedeUndecided(tx: EntityManager, dub: string, shot: string): Promise<void> {
  await tx.query(
    `UPDATE takes SET state = 'superseded', version = version + 1
     WHERE dub = $1 AND shot = $2 AND state = ANY($3)`,
    [dub, shot, UNDECIDED],
  );
}

const audit = (tx: EntityManager, run: RunRow, thing: string, shot: number): Promise<void> =>
  writeAudit(tx, {
    organisation: run.organisation,
    person: run.askedBy,
    token: null,
    act: 'takes.make',
    thing,
    detail: { run: run.id, shot },
    request: null,
  });
