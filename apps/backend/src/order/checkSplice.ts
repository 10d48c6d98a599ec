import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { checkOut, isSpliceCodec, type Film } from '@mondwerk/media';

/**
 * Looks whether anything of a film could be copied with `--splice`.
 * @throws Refusal `splice-lossless` or `splice-codec` where it could not, `prores-container` where OUT cannot hold it.
 */
export async function checkSplice(
  { path, codec }: Film,
  { splice, lossless, out }: { readonly splice?: boolean; readonly lossless: boolean; readonly out?: string },
): Promise<void> {
  if (splice !== true) return;
  if (lossless) {
    const sentence =
      '--splice copies pictures as the film holds them and --lossless writes all of them anew: leave out one of the two.';
    throw new Refusal('splice-lossless', sentence);
  }
  if (codec === 'prores' && out !== undefined) await checkOut(out, [], 'prores');
  if (isSpliceCodec(codec)) return;
  throw new Refusal(
    'splice-codec',
    `--splice copies from films in H.264, H.265 or ProRes, and ${basename(path)} is in ${codec}: leave it out, and all of the film is coded anew.`,
  );
}
