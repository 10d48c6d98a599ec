import { Progress } from '../pipeline/progress.ts';
import { openSink } from '../pipeline/progressSinks.ts';
import { watchForStop } from '../stopped.ts';
import { tellVerdict } from '../verify/tellVerdict.ts';
import { verifyFilm, type VerifyOrder } from '../verify/verifyFilm.ts';

/** Checks a dub and prints what was found. Returns 0 when all is as its report says, else 1. */
export async function verify(
  order: VerifyOrder,
  { json = false, jsonProgress = false }: { readonly json?: boolean; readonly jsonProgress?: boolean },
): Promise<number> {
  const progress = new Progress(openSink(process.stderr, jsonProgress));
  const { signal, release } = watchForStop();
  try {
    const verdict = await verifyFilm(order, { progress, signal });
    progress.clear();
    process.stdout.write(`${json ? JSON.stringify(verdict, null, 2) : tellVerdict(verdict)}\n`);
    return verdict.verified ? 0 : 1;
  } finally {
    progress.clear();
    release();
  }
}
