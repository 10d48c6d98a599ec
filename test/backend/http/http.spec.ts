import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../apps/backend/src/routes.ts';
import { as, clientOf, type Client } from '../client.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { validate } from './openApiDocument.ts';

let server: TestServer;
let client: Client;
beforeAll(async () => {
  server = await startServer();
  const { producer } = await addOrganisation(server.platform, 'producer');
  client = as(server, await tokenOf(server, producer));
});
afterAll(() => server.close());

describe('the server', () => {
  it('describes every route in valid OpenAPI 3.1', async () => {
    const { body } = await client.get<{ openapi: string; paths: Record<string, object> }>('/openapi.json');
    expect(body.openapi).toMatch(/^3\.1\./);
    expect(await validate(body)).toEqual([]);
    const described = Object.values(body.paths).flatMap((methods) => Object.keys(methods));
    expect(described).toHaveLength(routes.length);
  });

  it('sends the headers that keep browsers safe', async () => {
    const { headers } = await client.get('/titles');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d+/);
    expect(headers.has('x-powered-by')).toBe(false);
  });

  it('lets the dashboard in from its own address, and no other page', async () => {
    for (const [origin, allowed] of [
      ['http://localhost:3000', 'http://localhost:3000'],
      ['https://elsewhere.example', 'http://localhost:3000'],
    ]) {
      const { headers } = await client.get('/titles', { origin });
      expect(headers.get('access-control-allow-origin')).toBe(allowed);
      expect(headers.get('access-control-allow-credentials')).toBe('true');
    }
  });
});

describe('a refusal', () => {
  it('is a problem with a type, a sentence and the name of the request', async () => {
    const answer = await clientOf(server).get('/titles');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toEqual({
      type: '/problems/not-signed-in',
      title: 'Not signed in',
      status: 401,
      detail: expect.stringMatching(/^Sign in/),
      instance: answer.headers.get('x-request-id'),
    });
  });

  it.each([
    ['an address that there is not', 'GET', '/nothing/here', 404, 'not-found'],
    ['an id that is none', 'GET', '/titles/all', 404, 'not-found'],
    ['an id of nothing', 'GET', '/titles/00000000-0000-7000-8000-000000000000', 404, 'not-found'],
    ['a query that is wrong', 'GET', '/titles?limit=many', 400, 'request-invalid'],
  ])('is given for %s', async (_, method, path, status, code) => {
    expect(await client.ask(method, path)).toMatchObject({ status, body: { type: `/problems/${code}` } });
  });

  it('names every mistake in a body', async () => {
    const { body } = await client.post<{ errors: { at: string }[] }>('/titles', { name: '', language: 'x!' });
    expect(body.errors.map(({ at }) => at)).toEqual(['body.name', 'body.language']);
  });

  it('is given for a body that is no JSON, or too much of it', async () => {
    const send = async (body: string): Promise<number> => {
      const headers = { 'content-type': 'application/json', authorization: 'Bearer mw_none' };
      return (await fetch(`${server.url}/session`, { method: 'POST', headers, body })).status;
    };
    expect(await send('{"name":')).toBe(400);
    expect(await send(JSON.stringify({ name: 'x'.repeat(3_000_000) }))).toBe(413);
  });
});
