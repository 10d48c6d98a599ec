import { openClient, type ApiClient } from '@mondwerk/client';

/** What every command that talks to a server has. */
export interface RemoteTools {
  readonly client: ApiClient;
  readonly server: string;
  readonly token: string | undefined;
  /** Whether results are printed as JSON. */
  readonly json: boolean;
  /** The folder that relative paths count from. */
  readonly folder: string;
}

/** Carries out one command. */
export type RemoteCommand = (tools: RemoteTools) => Promise<void>;

/** Opens what a command needs; nothing is sent yet. */
export function openTools(options: Omit<RemoteTools, 'client'>): RemoteTools {
  const { server, token } = options;
  return { ...options, client: openClient({ server, ...(token !== undefined && { token }) }) };
}

/** Prints a result: as JSON, or as the lines that a person reads. */
export function print({ json }: Pick<RemoteTools, 'json'>, result: unknown, lines: readonly string[]): void {
  const text = json ? JSON.stringify(result, null, 2) : lines.join('\n');
  if (text !== '') process.stdout.write(`${text}\n`);
}

/** Tells how far something is, over and over on one line of a terminal; into a file, not at all. */
export function tell({ json }: Pick<RemoteTools, 'json'>, words: string): void {
  if (!json && process.stderr.isTTY) process.stderr.write(`\r\x1b[K${words}`);
}
