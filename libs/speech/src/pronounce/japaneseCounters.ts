/** A number and what it counts, in katakana. */
export interface Counted {
  readonly number: string;
  readonly counter: string;
}

/** Counters that begin with k, s or t, and those with h, as they are after a number that hardens them. */
const plain = ['カイ', 'コ', 'サイ', 'サツ', 'テン', 'トウ', 'キロ'];
const hardened: Readonly<Record<string, string>> = { フン: 'プン', ホン: 'ポン', ハイ: 'パイ', ヒキ: 'ピキ' };
const voiced: Readonly<Record<string, string>> = { フン: 'プン', ホン: 'ボン', ハイ: 'バイ', ヒキ: 'ビキ' };

/** Numbers that lose their end before such counters, and what becomes of it. */
const shortened: readonly (readonly [end: RegExp, by: string, before: RegExp])[] = [
  [/イチ$/u, 'イッ', /^[カキコサテトパピプポ]/u],
  [/ハチ$/u, 'ハッ', /^[カキコサテトパピプポ]/u],
  [/ロク$/u, 'ロッ', /^[カキコパピプポ]/u],
  [/ジュ[ウー]$/u, 'ジュッ', /^[カキコサテトパピプポ]/u],
  [/ヒャク$/u, 'ヒャッ', /^[カキコパピプポ]/u],
];

/** Words that are nothing like their parts. */
const whole: Readonly<Record<string, readonly [string, string]>> = {
  'イチ ニン': ['ヒト', 'リ'],
  'ニ ニン': ['フタ', 'リ'],
  'ヨン ジ': ['ヨ', 'ジ'],
  'シ ジ': ['ヨ', 'ジ'],
  'キュー ジ': ['ク', 'ジ'],
  'キュウ ジ': ['ク', 'ジ'],
  'ナナ ジ': ['シチ', 'ジ'],
  'ヨン フン': ['ヨン', 'プン'],
};

/** How a number and its counter grow together: `一分` is イップン, `三本` is サンボン; `undefined` where they do not. */
export function growTogether(number: string, counter: string): Counted | undefined {
  const known = whole[`${number} ${counter}`];
  if (known !== undefined) return { number: known[0], counter: known[1] };
  if (/サン$/u.test(number) && counter in voiced) return { number, counter: voiced[counter] };
  const begins = hardened[counter] ?? (plain.includes(counter) ? counter : undefined);
  if (begins === undefined) return undefined;
  const rule = shortened.find(([end, , before]) => end.test(number) && before.test(begins));
  return rule && { number: number.replace(rule[0], rule[1]), counter: begins };
}
