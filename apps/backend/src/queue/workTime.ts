/** How long the present attempt of a job has taken, as SQL over its row; nothing when there is none. */
export const SECONDS_AT_WORK = `case when state = 'running'
  then greatest(0, extract(epoch from clock_timestamp() - started_at)) else 0 end`;
