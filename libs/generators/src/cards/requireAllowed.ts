import { Refusal } from '@mondwerk/film';
import type { GeneratorCard } from './generatorCard.ts';

/** What a model is wanted for. */
export interface WantedUse {
  /** Whether the title is marked commercial. */
  readonly commercial: boolean;
  /** The shown performer's name; left out where nobody else's face is shown. */
  readonly performer?: string;
}

/**
 * Refuses a model that may not be used for what is wanted.
 * @throws Refusal `model-not-commercial`, `model-of-another`.
 */
export function requireAllowed(
  { name, licence, use, performer }: Pick<GeneratorCard, 'name' | 'licence' | 'use' | 'performer'>,
  wanted: WantedUse,
): void {
  if (wanted.commercial && use !== 'commercial') {
    throw new Refusal(
      'model-not-commercial',
      `The model ${name} is licensed for ${WORDS[use]} only (${licence}), and this title is commercial: use another model, or add it again with the licence that allows it.`,
    );
  }
  if (performer === null || wanted.performer === undefined || isSame(performer, wanted.performer)) return;
  throw new Refusal(
    'model-of-another',
    `The model ${name} makes the face of ${performer}, and the performer to be shown is ${wanted.performer}: use the model that was made of them.`,
  );
}

const WORDS = {
  'non-commercial': 'non-commercial use',
  research: 'research',
  commercial: 'any use',
} as const;

const isSame = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');
