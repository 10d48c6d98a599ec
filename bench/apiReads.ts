/** Rows that hang together, by their ids. */
export interface Sample {
  readonly title: string;
  readonly source: string;
  readonly dub: string;
  readonly script: string;
  readonly plan: string;
  readonly run: string;
  readonly performer: string;
  readonly take: string;
}

/** A read that people wait for. */
export interface Read {
  readonly name: string;
  readonly path: (sample: Sample) => string;
  /** Whether it looks at all shots of a film. */
  readonly grows?: true;
}

/** The main reads of the API. */
export const READS: readonly Read[] = [
  { name: 'titles, the first page', path: () => '/titles' },
  { name: 'titles by name', path: () => '/titles?name=title%2077' },
  { name: 'titles at a glance', path: () => '/titles/overview' },
  { name: 'a title', path: ({ title }) => `/titles/${title}` },
  { name: 'the summary of a title', path: ({ title }) => `/titles/${title}/summary`, grows: true },
  { name: 'the sources of a title', path: ({ title }) => `/titles/${title}/sources` },
  { name: 'the timeline of a source', path: ({ source }) => `/sources/${source}/timeline`, grows: true },
  { name: 'the timeline of a dub', path: ({ dub }) => `/dubs/${dub}/timeline`, grows: true },
  { name: 'the flags of a dub', path: ({ dub }) => `/dubs/${dub}/flags`, grows: true },
  { name: 'the shots of a source', path: ({ source }) => `/sources/${source}/shots?limit=100` },
  { name: 'the performers of a title', path: ({ title }) => `/titles/${title}/performers` },
  { name: 'the tracks of a performer', path: ({ performer }) => `/performers/${performer}/tracks` },
  { name: 'the characters of a title', path: ({ title }) => `/titles/${title}/characters` },
  { name: 'the dubs of a title', path: ({ title }) => `/titles/${title}/dubs` },
  { name: 'the shots of a dub', path: ({ dub }) => `/dubs/${dub}/shots?limit=100`, grows: true },
  { name: 'the lines of a script', path: ({ script }) => `/scripts/${script}/lines?limit=100` },
  { name: 'the shots of a plan', path: ({ plan }) => `/plans/${plan}/shots?limit=100` },
  { name: 'the lines of a plan', path: ({ plan }) => `/plans/${plan}/lines?limit=100` },
  { name: 'the takes of a dub', path: ({ dub }) => `/dubs/${dub}/takes` },
  { name: 'the takes to review', path: ({ dub }) => `/dubs/${dub}/takes?state=to-review` },
  { name: 'the notes on a dub', path: ({ dub }) => `/dubs/${dub}/notes` },
  { name: 'the notes on a take', path: ({ dub, take }) => `/dubs/${dub}/notes?take=${take}` },
  { name: 'the verdicts on a take', path: ({ take }) => `/takes/${take}/verdicts` },
  { name: 'the runs of the house', path: () => '/runs' },
  { name: 'the runs of a title', path: ({ title }) => `/titles/${title}/runs`, grows: true },
  { name: 'the jobs of a run', path: ({ run }) => `/runs/${run}/jobs` },
  { name: 'the costs of a title', path: ({ title }) => `/titles/${title}/costs`, grows: true },
  { name: 'the costs of a dub', path: ({ dub }) => `/dubs/${dub}/costs`, grows: true },
];
