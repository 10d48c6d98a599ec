import { hostname } from 'node:os';
import { createInterface } from 'node:readline';
import { Refusal } from '@mondwerk/film';
import type { components } from '@mondwerk/client';
import type { Command } from 'commander';
import { print, type RemoteCommand } from './remoteTools.ts';

type Session = components['schemas']['Session'];

/** Describes the command with which a person gets a token for the others. */
export function describeSignIn(program: Command, run: (command: RemoteCommand) => void): void {
  program
    .command('sign-in')
    .description(
      'Sign in once and print an API token, for MONDWERK_TOKEN. Passwords are read from stdin, a line each.',
    )
    .argument('<email>')
    .option('--code <code>', 'of the authenticator app, where one is in use')
    .option('--name <name>', 'what the token is called', `command line on ${hostname()}`)
    .action((email: string, options: { code?: string; name: string }) => run(signIn(email, options)));
}

const signIn =
  (email: string, { code, name }: { code?: string; name: string }): RemoteCommand =>
  async (tools) => {
    const { client } = tools;
    const lines = linesOfStdin();
    const password = await lines('Password: ');
    const entered = await client.POST('/session', { body: { email, password, ...(code && { code }) } });
    let session = signedIn(entered);
    if (session.mustChangePassword) {
      const newPassword = await lines('The password was only lent to you. A new one: ');
      const changed = await client.PUT('/password', {
        body: { password, newPassword },
        headers: session.headers,
      });
      session = signedIn(changed);
    }
    const made = await client.POST('/tokens', { body: { name }, headers: session.headers });
    await client.DELETE('/session', { headers: session.headers });
    print(tools, made.data, [made.data!.token]);
  };

interface SignedIn {
  readonly mustChangePassword: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a browser would keep and send. */
function signedIn({ data, response }: { readonly data?: Session; readonly response: Response }): SignedIn {
  const { csrfToken, mustChangePassword } = data!;
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return { mustChangePassword, headers: { cookie, 'x-csrf-token': csrfToken! } };
}

/** Reads line after line; a person at a terminal is asked. */
function linesOfStdin(): (prompt: string) => Promise<string> {
  const { stdin, stderr } = process;
  const reader = createInterface({ input: stdin, terminal: false })[Symbol.asyncIterator]();
  return async (prompt) => {
    if (stdin.isTTY) stderr.write(prompt);
    const { value, done } = await reader.next();
    if (done || !value)
      throw new Refusal('command-line', 'A password is read from stdin, and there was none.');
    return value;
  };
}
