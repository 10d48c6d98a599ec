import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validate } from './openApiDocument.ts';
import { startServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe('the server', () => {
  it('describes itself as valid OpenAPI 3.1', async () => {
    const answer = await fetch(`${server.url}/openapi.json`);
    const document = (await answer.json()) as { openapi: string };
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(await validate(document)).toEqual([]);
  });

  it('answers whoever is not signed in with a problem', async () => {
    const answer = await fetch(`${server.url}/titles`);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ type: '/problems/not-signed-in', status: 401 });
  });

  it('answers an address that it does not have with a problem', async () => {
    const answer = await fetch(`${server.url}/nothing/here`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ type: '/problems/not-found' });
  });
});
