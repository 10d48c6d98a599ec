/** The status and the title of every foreseen refusal; the sentence comes with the refusal (RFC 9457). */
export const PROBLEMS = {
  'request-invalid': [400, 'The request cannot be understood'],
  'not-signed-in': [401, 'Not signed in'],
  'second-factor-needed': [401, 'A code is needed too'],
  'not-allowed': [403, 'Not allowed'],
  'sign-in-refused': [403, 'Not let in'],
  'forgery-suspected': [403, 'It may not come from our own page'],
  'password-must-change': [403, 'The password must be changed first'],
  'not-found': [404, 'Not found'],
  conflict: [409, 'It is in the way of something'],
  'idempotency-busy': [409, 'The same request is still being carried out'],
  'idempotency-reused': [422, 'The key was used for another request'],
  'body-too-large': [413, 'Too large'],
  'version-stale': [412, 'It was changed meanwhile'],
  'version-missing': [428, 'Which version is meant?'],
  'upload-protocol': [400, 'Not as the tus protocol says'],
  'upload-ended': [410, 'The upload has ended'],
  'upload-not-ready': [409, 'The upload is not ready'],
  'upload-used': [409, 'The upload is in use'],
  'quota-exceeded': [413, 'No room left'],
  'not-stored': [410, 'The file is gone'],
  'storage-full': [507, 'The storage is full'],
  'storage-unusable': [503, 'The storage cannot be used'],
  'rights-missing': [409, 'Rights are missing'],
  'rights-revoked': [409, 'It is revoked already'],
  'take-state': [409, 'The take does not allow it'],
  'draft-not-ready': [409, 'The draft is not ready'],
  'run-state': [409, 'The run does not allow it'],
  'shots-unapproved': [409, 'Shots are not approved'],
  'nothing-approved': [409, 'Nothing is approved'],
  'delivery-not-ready': [409, 'The delivery is not ready'],
  'not-a-dub': [409, 'It is a replacement'],
  'not-a-replacement': [409, 'It is a dub'],
  'voice-changed': [409, 'The voice has changed'],
  'last-administrator': [409, 'Somebody must be left in charge'],
  'last-operator': [409, 'Somebody must be left in charge'],
  'too-many-requests': [429, 'Too many requests'],
  'provider-unreachable': [502, 'Another service does not answer'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

/** How a refusal is answered: those that no line of the table names are about what was sent. */
export function problemOf(code: string): { readonly status: number; readonly title: string } {
  const [status, title] =
    code in PROBLEMS ? PROBLEMS[code as keyof typeof PROBLEMS] : ([422, 'It cannot be done'] as const);
  return { status, title };
}
