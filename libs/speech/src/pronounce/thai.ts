/** How consonants sound before a vowel and behind one; none behind where they never stand there. */
const consonants: Readonly<Record<string, readonly [initial: string, final: string]>> = Object.fromEntries(
  (
    [
      ['ก', 'k', 'k'],
      ['ขฃคฅฆ', 'kʰ', 'k'],
      ['ง', 'ŋ', 'ŋ'],
      ['จ', 'tɕ', 't'],
      ['ฉชฌ', 'tɕʰ', 't'],
      ['ซศษส', 's', 't'],
      ['ญ', 'j', 'n'],
      ['ฎด', 'd', 't'],
      ['ฏต', 't', 't'],
      ['ฐฑฒถทธ', 'tʰ', 't'],
      ['ณน', 'n', 'n'],
      ['บ', 'b', 'p'],
      ['ป', 'p', 'p'],
      ['ผพภ', 'pʰ', 'p'],
      ['ฝฟ', 'f', 'p'],
      ['ม', 'm', 'm'],
      ['ย', 'j', 'j'],
      ['ร', 'r', 'n'],
      ['ลฬ', 'l', 'n'],
      ['ว', 'w', 'w'],
      ['หฮ', 'h', ''],
      ['อ', 'ʔ', ''],
    ] as const
  ).flatMap(([letters, initial, final]) => [...letters].map((letter) => [letter, [initial, final] as const])),
);

/** Two consonants that begin a syllable together; ห and อ before some only set the tone, ทร is s. */
const start = '(?:[กขคตปผพ][รลว]|ห[งญนมยรลว]|อย(?=[่้าู])|ทร|สร|[ก-ฮ])';
const final = '(?:([กขคฆงจชซญฎฏฐดตถทธณนบปพฟภมยรลวศษสฬ])(?![ะ-ู็อ]|รร|ว[ก-ฮ]))';

/** Ways to write a vowel round its consonants, the longest first: what stands before, behind, and the sounds. */
const vowels: readonly (readonly [before: string, behind: string, sounds: string, closed: boolean])[] = [
  ['เ', 'ียะ', 'iə', false],
  ['เ', 'ีย', 'iə', true],
  ['เ', 'ือ', 'ɯə', true],
  ['เ', 'าะ', 'ɔ', false],
  ['เ', 'อะ', 'ɤ', false],
  ['เ', 'า', 'a w', false],
  ['เ', 'อ', 'ɤː', true],
  ['เ', 'ิ', 'ɤː', true],
  ['เ', 'ย(?![ะ-ู])', 'ɤː j', false],
  ['เ', 'ะ', 'e', false],
  ['เ', '็', 'e', true],
  ['เ', '', 'eː', true],
  ['แ', 'ะ', 'ɛ', false],
  ['แ', '็', 'ɛ', true],
  ['แ', '', 'ɛː', true],
  ['โ', 'ะ', 'o', false],
  ['โ', '', 'oː', true],
  ['[ไใ]', 'ย?', 'a j', false],
  ['', 'ัวะ?', 'uə', false],
  ['', 'ั', 'a', true],
  ['', 'ะ', 'a', false],
  ['', 'า', 'aː', true],
  ['', 'ำ', 'a m', false],
  ['', 'ิ', 'i', true],
  ['', 'ี', 'iː', true],
  ['', 'ึ', 'ɯ', true],
  ['', 'ือ?', 'ɯː', true],
  ['', 'ุ', 'u', true],
  ['', 'ู', 'uː', true],
  ['', '็อ', 'ɔ', true],
  ['', '็', 'ɔː', false],
  ['', 'รร(?=[ก-ฮ])', 'a', true],
  ['', 'รร', 'a n', false],
  ['', 'ว(?=[กขคงจชดตนบปมยลส](?![ะ-ู]))', 'uə', true],
  ['', 'อ', 'ɔː', true],
];

const patterns = vowels.map(([before, behind, sounds, closed]) => ({
  pattern: new RegExp(`${before}(${start})${behind}${closed ? `${final}?` : ''}`, 'uy'),
  sounds: sounds.split(' '),
}));
const bare = new RegExp(`(${start})${final}`, 'uy');
const alone = new RegExp(`(${start})`, 'uy');

/** The sounds of a Thai word, without its tones; what is not Thai is passed over. */
export function readThai(word: string): string[] {
  const text = parted(
    word
      .replace(/[ก-ฮ][ิุ]?์/gu, '')
      .replace(/ฤ/gu, 'รึ')
      .replace(/[ๆฯ]/gu, ''),
  );
  const phones: string[] = [];
  for (let at = 0; at < text.length;) {
    const syllable = syllableAt(text, at);
    phones.push(...(syllable?.phones ?? []));
    at += syllable?.length ?? 1;
  }
  return phones;
}

/** A sign of tone stands over the consonant that begins a syllable: there the one before it ends. */
const parted = (text: string): string =>
  text.replace(new RegExp(`(?<![เแโไใ])(${start})([ัิีึืุู็]?)[่-๋]`, 'gu'), '|$1$2').replace(/[่-๋]/gu, '');

function syllableAt(text: string, at: number): { phones: string[]; length: number } | undefined {
  for (const { pattern, sounds } of patterns) {
    const found = matchAt(pattern, text, at);
    if (found) return { phones: [...begin(found[1]), ...sounds, ...end(found[2])], length: found[0].length };
  }
  const closed = matchAt(bare, text, at);
  if (closed) return { phones: [...begin(closed[1]), 'o', ...end(closed[2])], length: closed[0].length };
  const open = matchAt(alone, text, at);
  return open && { phones: [...begin(open[1]), 'a'], length: open[0].length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function begin(letters: string): string[] {
  if (letters === 'ทร' || letters === 'สร') return ['s'];
  const spoken = letters.length > 1 && /^[หอ]/u.test(letters) ? letters.slice(1) : letters;
  return [...spoken].map((letter) => consonants[letter][0]);
}

const end = (letter: string | undefined): string[] => (letter === undefined ? [] : [consonants[letter][1]]);
