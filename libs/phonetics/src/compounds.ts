/** Two consonants that languages treat as one sound: a closure, then its release. */
export const affricates: ReadonlySet<string> = new Set(
  'tʃ dʒ ts dz tɕ dʑ ʈʂ ɖʐ tʂ dʐ pf bv cç ɟʝ kx tɬ dɮ tθ dð'.split(' '),
);

/** Two closures at once, written with a tie (`k͡p`, without it they follow each other): West Africa, New Guinea. */
export const doublyArticulated: ReadonlySet<string> = new Set('kp ɡb ŋm tp db nm'.split(' '));

/** Vowels that glide into another within one syllable, as eSpeak NG writes them. */
export const diphthongs: ReadonlySet<string> = new Set(
  (
    'aɪ aʊ eɪ oʊ əʊ ɔɪ ɔø ɔʏ ɛɪ œy ʌu ɑɪ ɑʊ æɪ æʊ ɛʊ eʊ iʊ oɪ uɪ ɐɪ ɐʊ ʌɪ ʌʊ əɪ ɜɪ ʊɪ aɪə aʊə aɪɚ aʊɚ ' +
    'eə ɛə ɪə iə ʊə uə ɔə'
  ).split(' '),
);

/** The finals of Mandarin that glide; elsewhere the same letters are vowels of two syllables. */
export const mandarinFinals: ReadonlySet<string> = new Set(
  'ai ei ɑu au ou iɛ ie iɑ ia iɑu iau iou uo ua uɑ uei uai yɛ ye yæ yə iæ uə io'.split(' '),
);
