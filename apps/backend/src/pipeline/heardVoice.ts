import type { CheckedOrder } from './checkedOrder.ts';
import type { TitleRun } from './handlers.ts';
import { openDub } from './openDub.ts';
import type { SpokenOrder } from './orders.ts';
import { alignVoicesOnce } from './stages/alignVoices.ts';
import { layVoicesOnce } from './stages/conformVoice.ts';

/** The voice of a dub as it is delivered. */
export interface HeardVoice {
  readonly checked: CheckedOrder;
  readonly path: string;
  /** Whether some of it was laid anew, because it drifted. */
  readonly conformed: boolean;
  /** Differs when what is heard differs. */
  readonly identity: string;
}

/** The file of the voice that is to be heard; whatever of it is missing is made. */
export async function heardVoice(run: TitleRun, order: SpokenOrder): Promise<HeardVoice> {
  const checked = await openDub(run, order);
  const { voices } = (await alignVoicesOnce(run, checked)).value;
  const { path, sha256 } = await layVoicesOnce(run, checked, voices);
  return { checked, path, conformed: voices.some(({ conforming }) => conforming !== null), identity: sha256 };
}
