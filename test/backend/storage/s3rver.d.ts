declare module '@20minutes/s3rver' {
  /** What of a Koa context the double's shim uses. */
  export interface S3Request {
    readonly method: string;
    readonly path: string;
    readonly query: Readonly<Record<string, string | undefined>>;
    type: string;
    status: number;
    body: string;
  }

  export default class S3rver {
    constructor(options: Readonly<Record<string, unknown>>);
    readonly middleware: ((request: S3Request, next: () => Promise<void>) => Promise<void>)[];
    run(): Promise<{ readonly address: string; readonly port: number }>;
    close(): Promise<void>;
  }
}
