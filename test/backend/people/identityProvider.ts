import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody whom the provider knows. */
export interface Account {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
}

/** A real OpenID Connect provider, in which one signs in by naming an account. */
export interface IdentityProvider {
  readonly issuer: string;
  /** Says where the client's browsers come back to: known only once the client listens. */
  serve(callback: string): void;
  close(): Promise<void>;
}

/** The client's name and secret at the provider. */
export const CLIENT = { id: 'mondwerk', secret: 'a secret of at least thirty-two characters' } as const;

/** Starts a provider with some accounts. */
export async function startProvider(accounts: readonly Account[]): Promise<IdentityProvider> {
  const server: Server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    serve(callback) {
      server.on('request', providerOf(issuer, callback, accounts).callback());
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const providerOf = (issuer: string, callback: string, accounts: readonly Account[]): Provider =>
  new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback] }],
    cookies: { keys: ['a key for cookies'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount(_context, sub) {
      const account = accounts.find((one) => one.sub === sub);
      return account && { accountId: sub, claims: () => ({ ...account }) };
    },
  });

/** Does in the provider's pages what somebody does there; tells where the browser is sent back to. */
export async function signInAtProvider(begin: string, login: string): Promise<string> {
  const { origin } = new URL(begin);
  const jar = new Map<string, string>();
  let [address, form]: [string, URLSearchParams | null] = [begin, null];
  while (address.startsWith(origin)) {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...jar].map((cookie) => cookie.join('=')).join('; ') },
      ...(form === null ? {} : { method: 'POST', body: form }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      jar.set(name, value);
    }
    const page = await answer.text();
    const next = answer.headers.get('location') ?? /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    if (next === undefined) throw new Error(`the provider says ${answer.status}: ${page.slice(0, 500)}`);
    form = answer.headers.has('location') ? null : formIn(page, login);
    address = new URL(next, origin).href;
  }
  return address;
}

const formIn = (page: string, login: string): URLSearchParams =>
  new URLSearchParams({ prompt: /name="prompt" value="(\w+)"/.exec(page)![1], login, password: 'any' });
