import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { emit } from '../../../apps/backend/src/events/emit.ts';
import { MOST_FAILURES, RETRY_AFTER, sendDue } from '../../../apps/backend/src/events/sendMessages.ts';
import { as, type Client } from '../client.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Hook {
  readonly id: string;
  readonly secret: string;
  readonly version: number;
}

interface Message {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly status: number | null;
  readonly problem: string | null;
  readonly nextAt: string | null;
}

let server: TestServer;
let administrator: Client;
let organisation: string;
let receiver: Server;
let address: string;
let got: Got[] = [];
let answer = 204;
beforeAll(async () => {
  server = await startServer();
  const studio = await addOrganisation(server.platform, 'administrator');
  organisation = studio.organisation;
  administrator = as(server, await tokenOf(server, studio.administrator));
  receiver = createServer((incoming, outgoing) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (part: string) => (body += part));
    incoming.on('end', () => {
      got.push({ headers: incoming.headers, body });
      outgoing.writeHead(answer, { location: 'http://127.0.0.1:1/' }).end();
    });
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  receiver.close();
  await server.close();
});
beforeEach(async () => {
  got = [];
  answer = 204;
  await server.platform.database.query('DELETE FROM webhooks');
});

const make = async (body: object = {}): Promise<Hook> =>
  (await administrator.post<Hook>('/webhooks', { url: address, ...body })).body;

const send = (allowPrivate = true): Promise<number> => sendDue({ ...server.platform, allowPrivate });

const tell = (kind: 'take.ready' | 'note.written'): Promise<void> =>
  emit(server.platform.database.manager, { organisation, kind, thing: newId(), data: { shot: 7 } });

const messages = async ({ id }: Hook): Promise<Message[]> =>
  (await administrator.get<{ items: Message[] }>(`/webhooks/${id}/messages`)).body.items;

const due = (): Promise<unknown> =>
  server.platform.database.query(`UPDATE webhook_deliveries SET next_at = now() WHERE state = 'waiting'`);

describe('a webhook', () => {
  it('is sent what it wants to hear of, signed so that anybody with the secret can check it', async () => {
    const hook = await make({ kinds: ['take.ready'] });
    await tell('note.written');
    await tell('take.ready');
    expect(await send()).toBe(1);
    const [{ headers, body }] = got;
    const [id, time] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])];
    const key = Buffer.from(hook.secret.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signature}`);
    expect(JSON.parse(body)).toMatchObject({ id, kind: 'take.ready', data: { shot: 7 } });
    expect(await messages(hook)).toMatchObject([{ state: 'delivered', status: 204, attempts: 1 }]);
  });

  it('shows its secret once, and the database keeps it sealed', async () => {
    const { id, secret } = await make();
    const { body } = await administrator.get(`/webhooks/${id}`);
    expect(body).not.toHaveProperty('secret');
    const [row]: { secret: string }[] = await server.platform.database.query('SELECT secret FROM webhooks');
    expect(row.secret).not.toContain(secret);
    expect(server.platform.sealing.open(row.secret)).toBe(secret);
  });

  it('is tried again, later and later, and then not any more', async () => {
    const hook = await make();
    answer = 500;
    await tell('take.ready');
    for (const [at, seconds] of RETRY_AFTER.entries()) {
      expect(await send()).toBe(1);
      const [message] = await messages(hook);
      expect(message).toMatchObject({ state: 'waiting', attempts: at + 1, status: 500 });
      const wait = (Date.parse(message.nextAt!) - Date.now()) / 1000;
      expect(Math.abs(wait - seconds)).toBeLessThan(30);
      await due();
    }
    await send();
    expect(await messages(hook)).toMatchObject([{ state: 'failed', problem: 'it answered 500' }]);
    expect(await send()).toBe(0);
  });

  it('is turned off with a reason after too many failures, and a person turns it on again', async () => {
    const hook = await make();
    await server.platform.database.query('UPDATE webhooks SET failures = $1', [MOST_FAILURES - 1]);
    answer = 503;
    await tell('take.ready');
    await send();
    const { body } = await administrator.get<{ disabledReason: string; version: number }>(
      `/webhooks/${hook.id}`,
    );
    expect(body.disabledReason).toContain(`${MOST_FAILURES} tries`);
    await due();
    expect(await send()).toBe(0);
    answer = 200;
    await administrator.patch(`/webhooks/${hook.id}`, body.version, { enabled: true });
    expect(await send()).toBe(1);
    expect(await messages(hook)).toMatchObject([{ state: 'delivered' }]);
  });

  it('is tried out with a button, and one message is sent again with another', async () => {
    const hook = await make({ kinds: ['take.ready'] });
    const tested = await administrator.post<Message>(`/webhooks/${hook.id}/test`);
    expect(tested.status).toBe(202);
    await send();
    expect(JSON.parse(got[0].body)).toMatchObject({ kind: 'test' });
    await administrator.post(`/webhooks/${hook.id}/messages/${tested.body.id}/retry`);
    await send();
    expect(got).toHaveLength(2);
    expect(got[1].body).toBe(got[0].body);
  });

  it('is not followed where it redirects to', async () => {
    const hook = await make();
    answer = 302;
    await tell('take.ready');
    await send();
    expect((await messages(hook))[0].problem).toContain('redirects are not followed');
  });

  it.each([
    'http://127.0.0.1:9/',
    'http://localhost:9/',
    'http://[::1]:9/',
    'http://[::ffff:10.0.0.1]/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0x7f.1/',
    'http://0/',
    'http://[fd00::1]/',
  ])('does not reach into our network: %s', async (url) => {
    const hook = await make({ url });
    await tell('take.ready');
    await send(false);
    expect((await messages(hook))[0].problem).toMatch(/is not on the public internet/);
    expect(got).toEqual([]);
  });

  it.each(['ftp://example.org/', 'file:///etc/passwd', 'https://user:secret@example.org/', 'nonsense'])(
    'is refused at an address such as %s',
    async (url) => {
      expect((await administrator.post('/webhooks', { url })).status).toBe(400);
    },
  );

  it('gets a message once, however many processes send', async () => {
    await make();
    for (let number = 0; number < 25; number++) await tell('take.ready');
    await Promise.all([1, 2, 3, 4, 5].map(() => send()));
    const ids = got.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(25);
    expect(ids).toHaveLength(25);
  });

  it('is not told of what other organisations do', async () => {
    await make();
    const other = await addOrganisation(server.platform, 'producer');
    await emit(server.platform.database.manager, {
      organisation: other.organisation,
      kind: 'take.ready',
      thing: newId(),
    });
    expect(await send()).toBe(0);
  });
});
