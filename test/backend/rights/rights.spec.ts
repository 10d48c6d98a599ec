import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Performers } from '../../../apps/backend/src/cast/tables.ts';
import type { RenderOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { Runs } from '../../../apps/backend/src/queue/tables.ts';
import { findMissingRights } from '../../../apps/backend/src/rights/requireRights.ts';
import { mayStart, type TakenJob } from '../../../apps/backend/src/runs/mayStart.ts';
import { as, type Client } from '../client.ts';
import { makeLighthouse, recordRights, RENDERED, type Lighthouse } from '../lighthouse.ts';
import { bringUpload } from '../sampleFilm.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';

let server: TestServer;
let organisation: string;
let producer: Client;
let producerId: string;
let artist: Client;
let film: Lighthouse;

beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer', 'artist');
  organisation = people.organisation;
  producerId = people.producer.person;
  producer = as(server, await tokenOf(server, people.producer));
  artist = as(server, await tokenOf(server, people.artist));
});
afterAll(() => server.close());
beforeEach(async () => {
  film = await makeLighthouse(server.platform, producer, organisation);
});

const render = (...shots: readonly number[]) =>
  artist.post<{ detail: string; type: string; run: { id: string } }>(`/plans/${film.plan}/renders`, {
    shots: shots.map((shot) => ({ shot: film.shots[shot] })),
  });

/** A job of a run, as a worker has it. */
const jobOf = async (run: string, shot: number | null): Promise<TakenJob> => {
  const { act, title, dub, order } = await server.platform.database.manager.findOneByOrFail(Runs, {
    id: run,
  });
  return { run, shot, act, title, dub, order };
};

const missing = async (): Promise<{ performer: string; clause: string }[]> => {
  const { body } = await artist.get<{ missing: { performer: string; clause: string }[] }>(
    `/dubs/${film.dub}/rights/missing`,
  );
  return body.missing;
};

describe('a rights basis', () => {
  it('is recorded by producers with its evidence, and shown without saying where that lies', async () => {
    const { title, performers } = film;
    const paper = await bringUpload(server.platform, {
      ...{ organisation, title, purpose: 'evidence', name: 'lopez.pdf', content: '%PDF signed' },
    });
    const id = await recordRights(producer, performers[0], { evidence: paper, languages: ['ES', 'pt-br'] });
    const { body } = await artist.get(`/rights/${id}`);
    expect(body).toMatchObject({
      ...{ performer: performers[0], title, languages: ['es', 'pt-BR'], extent: 'mouth', revokedAt: null },
      evidenceSha256: createHash('sha256').update('%PDF signed').digest('hex'),
    });
    expect(body).not.toHaveProperty('evidence');
    expect((await artist.get(`/rights/${id}/evidence`)).body).toBe('%PDF signed');
    expect((await artist.post(`/performers/${performers[0]}/rights`, {})).status).toBe(403);
  });

  it('does not take the paper of another title, nor an upload for another purpose', async () => {
    const { body: other } = await producer.post<{ id: string }>('/titles', { name: 'Another' });
    const common = { organisation, name: 'paper.pdf' } as const;
    const uploads = [
      await bringUpload(server.platform, { ...common, title: other.id, purpose: 'evidence' }),
      await bringUpload(server.platform, { ...common, title: film.title, purpose: 'script' }),
    ];
    for (const evidence of uploads) {
      await expect(recordRights(producer, film.performers[0], { evidence })).rejects.toThrow(
        /paper\.pdf was uploaded/,
      );
    }
  });

  it('is revoked once, with a reason, and never changed or deleted, not even in the database', async () => {
    const id = await recordRights(producer, film.performers[0]);
    const revoke = () =>
      producer.post<{ detail: string }>(`/rights/${id}/revoke`, { reason: 'contract ended' });
    expect((await artist.get(`/rights/${id}`)).body).toMatchObject({ revokedBy: null });
    expect((await revoke()).body).toMatchObject({ revokedBecause: 'contract ended', revokedBy: producerId });
    expect((await artist.get(`/rights/${id}`)).body).toMatchObject({ revokedBy: producerId });
    const again = await revoke();
    expect(again.status).toBe(409);
    expect(again.body.detail).toContain('contract ended');
    const { database } = server.platform;
    for (const change of [
      `UPDATE rights_bases SET valid_to = '2099-01-01'`,
      `UPDATE rights_bases SET revoked_at = NULL, revoked_because = NULL`,
      `UPDATE rights_bases SET performer = '${film.performers[1]}'`,
      `DELETE FROM rights_bases`,
      `TRUNCATE rights_bases`,
    ]) {
      const where = change.startsWith('TRUNCATE') ? '' : ` WHERE id = '${id}'`;
      await expect(database.query(change + where)).rejects.toThrow(/never/);
    }
    const { body } = await artist.get<{ items: object[] }>(`/titles/${film.title}/rights`);
    expect(body.items).toMatchObject([{ id, revokedBy: producerId }]);
    const valid = await artist.get<{ items: object[] }>(`/titles/${film.title}/rights?revoked=false`);
    expect(valid.body.items).toEqual([]);
  });

  it('goes with its whole title, and the audit log keeps that it was there', async () => {
    const id = await recordRights(producer, film.performers[0]);
    const { manager } = server.platform.database;
    await manager.query('DELETE FROM titles WHERE id = $1', [film.title]);
    expect((await artist.get(`/rights/${id}`)).status).toBe(404);
    expect(await manager.query(`SELECT act FROM audit_log WHERE thing = $1`, [id])).toEqual([
      { act: 'rights.record' },
    ]);
  });
});

describe('rendering', () => {
  it('is refused for whoever has no basis, by name, title, language and what is missing', async () => {
    const refused = await render(0);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      type: '/problems/rights-missing',
      detail:
        'Ana López has no recorded rights basis for “The Lighthouse”: record one that lets it be dubbed into Latin American Spanish (es-419).',
    });
  });

  it('is allowed for the shots of those whose basis covers it, and for nobody else', async () => {
    await recordRights(producer, film.performers[0], { languages: ['es'] });
    await recordRights(producer, film.performers[1], { languages: ['es-MX'], validTo: '2026-02-01' });
    expect((await render(0)).status).toBe(201);
    expect((await render(2)).body.detail).toBe(
      'The consent of Ben Okri for “The Lighthouse” ended on 2026-02-01: record one that lets it be dubbed into Latin American Spanish (es-419). ' +
        'The consent of Ben Okri for “The Lighthouse” covers only Mexican Spanish (es-MX): record one that lets it be dubbed into Latin American Spanish (es-419).',
    );
    expect(await missing()).toMatchObject([
      { performer: film.performers[1], clause: 'term' },
      { performer: film.performers[1], clause: 'language' },
    ]);
    await recordRights(producer, film.performers[1], { languages: null });
    expect(await missing()).toEqual([]);
    expect((await render(1, 2)).status).toBe(201);
  });

  it('does not ask for the rights of those who are left alone', async () => {
    await recordRights(producer, film.performers[0]);
    const shots = [{ shot: film.shots[2], settings: { leaveAlone: [film.performers[1]] } }];
    const { status, body } = await artist.post<{ run: { id: string } }>(`/plans/${film.plan}/renders`, {
      shots,
    });
    expect(status).toBe(201);
    await mayStart(server.platform.database.manager, await jobOf(body.run.id, 2));
    await doJobs(server.platform, RENDERED);
    const takes = await artist.get<{ items: object[] }>(`/dubs/${film.dub}/takes`);
    expect(takes.body.items).toMatchObject([{ performers: [film.performers[0]] }]);
  });

  it('counts what was signed before performers turned out to be one', async () => {
    const { platform } = server;
    await recordRights(producer, film.performers[1]);
    await platform.database.manager.update(
      Performers,
      { id: film.performers[1] },
      { mergedInto: film.performers[0] },
    );
    expect((await render(2)).status).toBe(201);
  });

  it('will not ask for an extra with whom somebody was merged before a dub is planned', async () => {
    const [ana, ben] = film.performers;
    const { body: dub } = await producer.post<{ id: string }>(`/titles/${film.title}/dubs`, {
      language: 'fr',
    });
    const asked = async (): Promise<string[]> => {
      const { body } = await artist.get<{ missing: { performer: string }[] }>(
        `/dubs/${dub.id}/rights/missing`,
      );
      return body.missing.map(({ performer }) => performer);
    };
    expect(new Set(await asked())).toEqual(new Set([ana, ben]));
    await server.platform.database.manager.update(Performers, { id: ana }, { ignored: true });
    expect(await asked()).toEqual([ben]);
    await artist.post(`/performers/${ben}/merge`, { into: ana });
    expect(await asked()).toEqual([]);
  });

  it('counts what was signed for whomever that person is now, also when merges are undone', async () => {
    const [ana, ben] = film.performers;
    const { manager } = server.platform.database;
    const tracksOf = async (performer: string): Promise<string[]> =>
      (await artist.get<{ items: { id: string }[] }>(`/performers/${performer}/tracks`)).body.items.map(
        ({ id }) => id,
      );
    const bens = await tracksOf(ben);
    const split = await artist.post<{ id: string }>(`/performers/${ben}/split`, { tracks: [bens[0]] });
    const cleo = split.body.id;
    await recordRights(producer, cleo);
    const missingOf = async (...performers: readonly string[]): Promise<string[]> => {
      const needed = { title: film.title, performers, language: 'es', extent: 'mouth' } as const;
      return (await findMissingRights(manager, needed)).map(({ performer }) => performer);
    };
    expect(await missingOf(ana, ben, cleo)).toEqual([ana, ben]);

    await artist.post(`/performers/${cleo}/merge`, { into: ben });
    expect(await missingOf(ana, ben, cleo)).toEqual([ana]);
    await artist.post(`/performers/${ben}/merge`, { into: ana });
    expect(await missingOf(ana, ben, cleo)).toEqual([]);
    expect((await render(2)).status).toBe(201);

    await artist.post(`/performers/${ana}/split`, { tracks: bens, into: ben });
    expect(await missingOf(ana, ben, cleo)).toEqual([ana]);
    expect((await render(0)).body.detail).toContain('Ana López has no recorded rights basis');
    expect((await render(1)).status).toBe(201);
    await artist.post(`/performers/${ben}/split`, { tracks: [bens[0]], into: cleo });
    expect(await missingOf(ana, ben, cleo)).toEqual([ana, ben]);
  });

  it('stops when a worker takes the job and the rights were revoked meanwhile', async () => {
    const [ana, ben] = [
      await recordRights(producer, film.performers[0]),
      await recordRights(producer, film.performers[1]),
    ];
    const { run } = (await render(0, 1)).body;
    const { manager } = server.platform.database;
    const start = async (shot: number | null) => mayStart(manager, await jobOf(run.id, shot));
    await start(null);
    await producer.post(`/rights/${ben}/revoke`, { reason: 'he left' });
    await start(0);
    await expect(start(1)).rejects.toThrow(/The consent of Ben Okri .* was revoked on .* \(he left\)/);
    await expect(start(null)).rejects.toThrow(/he left/);
    await producer.post(`/rights/${ana}/revoke`, { reason: 'she too' });
    await expect(start(0)).rejects.toThrow(/she too/);
  });

  it('asks for everybody who is seen where the plan of a run is not there any more', async () => {
    await recordRights(producer, film.performers[0]);
    const { run } = (await render(0)).body;
    const { manager } = server.platform.database;
    const job = await jobOf(run.id, null);
    await mayStart(manager, job);
    const { shots } = job.order as RenderOrder;
    const order = { ...job.order, shots: [{ ...shots[0], shot: 2 }] };
    await expect(mayStart(manager, { ...job, order })).rejects.toThrow(/Ben Okri/);
    await manager.query('DELETE FROM plans WHERE id = $1', [film.plan]);
    await mayStart(manager, job);
    await expect(mayStart(manager, { ...job, order })).rejects.toThrow(
      /Ben Okri has no recorded rights basis/,
    );
  });

  it('does not ask for rights where nobody is rendered', async () => {
    const job = {
      run: newId(),
      act: 'plan',
      shot: null,
      title: film.title,
      dub: film.dub,
      order: {},
    } as const;
    await expect(mayStart(server.platform.database.manager, job)).resolves.toBeUndefined();
  });
});
