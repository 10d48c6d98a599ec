import { restMouth, type MouthShape } from './mouthShape.ts';

/** A mouth shape that a sound asks for, and how firmly it insists over its neighbours (1 an ordinary vowel). */
export interface Viseme {
  readonly shape: MouthShape;
  readonly weight: number;
  /** Must be reached exactly in the middle of the sound. */
  readonly firm: boolean;
}

const soft = (shape: Partial<MouthShape>, weight = 1): Viseme => ({
  shape: { ...restMouth, ...shape },
  weight,
  firm: false,
});
const firm = (shape: Partial<MouthShape>): Viseme => ({
  shape: { ...restMouth, ...shape },
  weight: 6,
  firm: true,
});

const SHUT = firm({ press: 0.75, jaw: 0.08 });
const TO_TEETH = firm({ bite: 1, aperture: 0.022, raise: 0.3, jaw: 0.1 });
const TEETH_TOGETHER = soft({ aperture: 0.09, jaw: 0.08, width: 0.35, raise: 0.35 }, 1.6);
const HUSH = soft({ aperture: 0.105, jaw: 0.12, round: 0.6, raise: 0.4 }, 2);
const TONGUE_UP = soft({ aperture: 0.105, jaw: 0.22, width: 0.15, raise: 0.15 }, 0.8);
const THROAT = soft({ aperture: 0.125, jaw: 0.32, width: 0.05 }, 0.5);
const OPEN = soft({ aperture: 0.24, jaw: 0.8, width: 0.1 }, 1.2);
const OPEN_BACK = soft({ aperture: 0.22, jaw: 0.75, round: 0.25 }, 1.2);
const HALF = soft({ aperture: 0.17, jaw: 0.45, width: 0.25 });
const CENTRAL = soft({ aperture: 0.14, jaw: 0.38 }, 0.7);
const SPREAD = soft({ aperture: 0.115, jaw: 0.22, width: 0.8, raise: 0.25 }, 1.2);
const ROUND = soft({ aperture: 0.155, jaw: 0.45, round: 0.75 }, 1.4);
const POUT = soft({ aperture: 0.085, jaw: 0.22, round: 1 }, 2);

/** The mouth shut between sentences. */
export const SILENT: Viseme = { shape: restMouth, weight: 3, firm: false };

const SOUNDS: readonly (readonly [string, Viseme])[] = [
  ['p b m', SHUT],
  ['f v ɱ', TO_TEETH],
  ['s z θ ð ts', TEETH_TOGETHER],
  ['ʃ ʒ tʃ dʒ', HUSH],
  ['t d n l r ɾ ɫ ɬ', TONGUE_UP],
  ['k ɡ g ŋ h x ɣ ɲ ʁ ʔ ç', THROAT],
  ['ɹ', soft({ aperture: 0.115, jaw: 0.28, round: 0.4 }, 1)],
  ['w ʍ ɥ u ʊ y', POUT],
  ['β', soft({ aperture: 0.02, jaw: 0.12 }, 3)],
  ['a æ', OPEN],
  ['ɑ ɒ ɐ', OPEN_BACK],
  ['ɛ e œ', HALF],
  ['ə ʌ ɜ ɚ ɝ ᵻ', CENTRAL],
  ['i ɪ j ʝ', SPREAD],
  ['o ɔ ø', ROUND],
];

const table = new Map(
  SOUNDS.flatMap(([names, viseme]) => names.split(' ').map((name) => [name, viseme] as const)),
);

/** What the mouth does for one sound: one shape, or two for a diphthong. */
export function visemesOf(ipa: string): readonly Viseme[] {
  if (ipa === '_' || ipa.startsWith('_')) return [SILENT];
  const plain = ipa.replace(/[ˈˌːˑ̩̯̃ʲ.|-]/g, '');
  const whole = table.get(plain);
  if (whole) return [whole];
  const found = [...plain].map((sign) => table.get(sign)).filter((viseme) => viseme !== undefined);
  return found.length > 0 ? found.slice(0, 2) : [CENTRAL];
}
