/** The status and the title of every foreseen refusal; the sentence comes with the refusal (RFC 9457). */
export const PROBLEMS = {
  'request-invalid': [400, 'The request cannot be understood'],
  'not-signed-in': [401, 'Not signed in'],
  'not-allowed': [403, 'Not allowed'],
  'not-found': [404, 'Not found'],
  conflict: [409, 'It is in the way of something'],
  'idempotency-busy': [409, 'The same request is still being carried out'],
  'idempotency-reused': [422, 'The key was used for another request'],
  'body-too-large': [413, 'Too large'],
  'version-stale': [412, 'It was changed meanwhile'],
  'version-missing': [428, 'Which version is meant?'],
  'too-many-requests': [429, 'Too many requests'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

/** How a refusal is answered: those that no line of the table names are about what was sent. */
export function problemOf(code: string): { readonly status: number; readonly title: string } {
  const [status, title] =
    code in PROBLEMS ? PROBLEMS[code as keyof typeof PROBLEMS] : ([422, 'It cannot be done'] as const);
  return { status, title };
}
