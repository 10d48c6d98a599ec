import type { CheckedOrder } from './checkedOrder.ts';
import type { TitleRun } from './handlers.ts';
import { openDub } from './openDub.ts';
import type { SpokenOrder } from './orders.ts';
import { alignVoiceOnce } from './stages/alignSpeech.ts';
import { conformVoiceOnce } from './stages/conformVoice.ts';

/** The voice of a dub as it is delivered. */
export interface HeardVoice {
  readonly checked: CheckedOrder;
  readonly path: string;
  /** Whether it was laid anew, because it drifted. */
  readonly conformed: boolean;
  /** Differs when what is heard differs. */
  readonly identity: readonly unknown[];
}

/** The file of the voice that is to be heard; whatever of it is missing is made. */
export async function heardVoice(run: TitleRun, order: SpokenOrder): Promise<HeardVoice> {
  const checked = await openDub(run, order);
  const speech = await alignVoiceOnce(run, checked);
  const path = await conformVoiceOnce(run, checked, speech);
  const { conforming } = speech.value;
  const identity = [checked.voice.sha256, conforming && conforming.pieces];
  return { checked, path, conformed: conforming !== null, identity };
}
