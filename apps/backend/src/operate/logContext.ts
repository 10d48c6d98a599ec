import { AsyncLocalStorage } from 'node:async_hooks';

/** What a line of the log is about: the request, job or run in whose course it was written. */
export type LogContext = Readonly<Record<string, string | number>>;

const context = new AsyncLocalStorage<LogContext>();

/** Does some work; every line that it logs names what it is about. */
export const within = <T>(about: LogContext, work: () => T): T =>
  context.run({ ...context.getStore(), ...about }, work);

/** What the code that asks is about. */
export const logContext = (): LogContext => context.getStore() ?? {};
