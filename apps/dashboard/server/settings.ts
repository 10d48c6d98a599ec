/** What the dashboard's process is told by its environment. */
export interface DashboardSettings {
  /** Where the API is, seen from this process. */
  readonly api: string;
  readonly host: string;
  readonly port: number;
  /** Whether a proxy of our own stands in front. */
  readonly trusting: boolean;
  /** Whether pages are made anew whenever their source changes. */
  readonly developing: boolean;
}

/** Reads them. @throws Error that names a value which makes no sense. */
export function readDashboardSettings(environment: NodeJS.ProcessEnv): DashboardSettings {
  const api = environment.API_URL || 'http://127.0.0.1:4000';
  if (!URL.canParse(api)) throw new Error(`API_URL must be the address of the API, not “${api}”.`);
  const port = Number(environment.DASHBOARD_PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`DASHBOARD_PORT must be a number from 0 to 65535, not “${environment.DASHBOARD_PORT}”.`);
  }
  return {
    api,
    port,
    host: environment.DASHBOARD_HOST || '127.0.0.1',
    trusting: environment.TRUST_PROXY === 'true',
    developing: environment.DASHBOARD_DEV === 'true',
  };
}
