/**
 * How an upload fares: bytes arrive, the whole file is checked, then it is there to be used. A state's line names those
 * that may follow it.
 */
export const UPLOAD_MOVES = {
  receiving: ['checking', 'expired', 'removed'],
  checking: ['ready', 'refused', 'removed'],
  ready: ['removed'],
  refused: ['removed'],
  expired: ['removed'],
  removed: [],
} as const;

/** A state of an upload. */
export type UploadState = keyof typeof UPLOAD_MOVES;

/** The states from which another may follow. */
export const statesBefore = (next: UploadState): UploadState[] =>
  Object.entries(UPLOAD_MOVES)
    .filter(([, moves]) => (moves as readonly UploadState[]).includes(next))
    .map(([state]) => state as UploadState);

/** The states in which an upload takes room in storage, or will. */
export const STORED_STATES: readonly UploadState[] = ['receiving', 'checking', 'ready'];
