import type { Report } from './reportSchema.ts';

/** So many are named; the report has them all. */
const MOST_NAMED = 5;

type Doubtful = Pick<
  Report['lines'][number],
  'index' | 'timecode' | 'character' | 'performer' | 'doubt' | 'sureness'
>;

/** Says in which lines it is not sure whose mouth speaks, the most doubtful first. */
export function sayDoubts(lines: readonly Doubtful[]): string[] {
  const doubtful = lines
    .filter(({ doubt }) => doubt !== null)
    .sort((a, b) => surenessOf(a) - surenessOf(b) || a.index - b.index);
  if (doubtful.length === 0) return [];
  const named = doubtful.slice(0, MOST_NAMED).map(({ index, timecode, character, performer, doubt }) => {
    const whose = character === null ? '' : ` (${character})`;
    return `  line ${index + 1}${whose} at ${timecode}, ${performer ?? 'nobody on the screen'}: ${doubt}.`;
  });
  return [
    `In ${doubtful.length} of ${lines.length} lines it is not sure whose mouth speaks; --cast decides it:`,
    ...named,
    ...(doubtful.length > MOST_NAMED ? [`  and ${doubtful.length - MOST_NAMED} more, in the report.`] : []),
  ];
}

const surenessOf = ({ sureness }: Doubtful): number => sureness ?? 0;
