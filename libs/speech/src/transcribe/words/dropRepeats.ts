/** Words that come round at most so often are said; more often, the recogniser has got stuck. */
const mostOfOne = 5;
const mostOfSeveral = 3;
const longestLoop = 12;

interface Said {
  readonly text: string;
}

/** The same words with each loop that a recogniser got stuck in said once. */
export function dropRepeats<Word extends Said>(words: readonly Word[]): Word[] {
  const bare = words.map(({ text }) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  const kept: Word[] = [];
  for (let at = 0; at < words.length;) {
    const loop = loopAt(bare, at);
    kept.push(...words.slice(at, at + loop.length));
    at += loop.length * loop.times;
  }
  return kept;
}

/** The shortest loop that begins at a word, once and one word long where there is none. */
function loopAt(bare: readonly string[], at: number): { length: number; times: number } {
  for (let length = 1; length <= longestLoop; length++) {
    let times = 1;
    while (repeats(bare, at, length, times)) times++;
    if (times > (length === 1 ? mostOfOne : mostOfSeveral)) return { length, times };
  }
  return { length: 1, times: 1 };
}

function repeats(bare: readonly string[], at: number, length: number, times: number): boolean {
  const from = at + length * times;
  if (from + length > bare.length) return false;
  for (let i = 0; i < length; i++) if (bare[at + i] !== bare[from + i]) return false;
  return true;
}
