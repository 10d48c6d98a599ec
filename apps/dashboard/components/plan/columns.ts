/** The height of every row, in pixels. */
export const ROW = 44;

/** The columns: choice, picture, what is said, mismatch, frames, mouths, time, state. */
export const COLUMNS =
  'grid grid-cols-[1.5rem_4rem_minmax(0,1fr)_minmax(9.5rem,0.4fr)_4.25rem_3.75rem_5rem_9rem] items-center gap-x-3 px-3';
