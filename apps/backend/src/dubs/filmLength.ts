import { Refusal } from '@mondwerk/film';
import { voiceTolerance } from '../pipeline/voiceLength.ts';
import type { SourceRow } from '../titles/tables.ts';

interface Lasting {
  readonly name: string;
  readonly seconds: number;
}

/** Checks that a voice is about as long as its film, where that is known yet. @throws Refusal `voice-length`. */
export function checkStemLength(voice: Lasting, { name, facts }: SourceRow): void {
  if (facts === null || Math.abs(voice.seconds - facts.seconds) <= voiceTolerance(facts.seconds)) return;
  throw new Refusal(
    'voice-length',
    `${voice.name} lasts ${voice.seconds.toFixed(1)} s but ${name} lasts ${facts.seconds.toFixed(1)} s: ` +
      `upload the voice for the whole film, or set fitVoice for this dub to pad it with silence or cut it.`,
  );
}
