import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';
import { logContext } from './logContext.ts';

/** How a process logs. */
export interface LogOptions {
  readonly level: string;
  /** Which of our processes it is. */
  readonly process: 'web' | 'worker' | 'start' | 'cli';
}

/** Names of fields that hold secrets, wherever they stand. */
const SECRET_FIELDS = ['authorization', 'cookie', 'password', 'secret', 'token', 'code', 'recoveryCodes'];

/** Secrets that stand within text: passwords in addresses, our tokens and cookies, what a header carries. */
const SECRET_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^:@/\s"]*):[^@/\s"]+@/gi, '$1:[secret]@'],
  [/\b(mw\w*|whsec)_[\w+/=-]{16,}/g, '$1_[secret]'],
  [/\b(Bearer|Basic)\s+[\w+/=.~-]{8,}/gi, '$1 [secret]'],
];

/** Opens the log: one JSON object a line, with the ids of request, job and run, without secrets. */
export function openLog({ level, process }: LogOptions, stream?: DestinationStream): Logger {
  const options = {
    level,
    base: { process, pid: globalThis.process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (name: string) => ({ level: name }) },
    mixin: () => ({ ...logContext() }),
    redact: {
      paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[secret]',
    },
    serializers: { err: stdSerializers.err, error: stdSerializers.err },
    hooks: { streamWrite: withoutSecrets },
  };
  return stream ? pino(options, stream) : pino(options);
}

/** Takes the secrets out of a line. */
export const withoutSecrets = (line: string): string =>
  SECRET_TEXTS.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
