/** Everything that is told to those who listen, and what it means. */
export const EVENT_KINDS = {
  'title.created': 'A title was created',
  'dub.created': 'A dub or a replacement was created; its data say which',
  'upload.ready': 'An upload has been checked and can be used',
  'upload.refused': 'An upload cannot be used',
  'take.ready': 'A take waits to be reviewed',
  'draft.ready': 'A draft of a line can be looked at',
  'draft.failed': 'A draft of a line could not be made',
  'verdict.given': 'A take was approved or sent back',
  'note.written': 'A note was written, changed or dealt with',
  'delivery.ready': 'A delivery can be downloaded',
  'delivery.failed': 'A delivery could not be made',
  'rights.changed': 'A rights basis was recorded or revoked',
  'run.started': 'A run of the pipeline has started or goes on',
  'run.paused': 'A run was paused',
  'run.done': 'A run has ended',
  'run.failed': 'A run has failed, wholly or in part',
  'run.cancelled': 'A run was cancelled',
  test: 'Somebody tried a webhook out',
} as const;

/** What kind of thing happened. */
export type EventKind = keyof typeof EVENT_KINDS;

/** All of them. */
export const eventKinds = Object.keys(EVENT_KINDS) as [EventKind, ...EventKind[]];
