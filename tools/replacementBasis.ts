import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { fingerprintFile } from '../apps/backend/src/pipeline/fingerprint.ts';
import type { basisFileSchema } from '../apps/backend/src/rights/basisFile.ts';

/** Who agreed to what: a performer of a film is replaced by another one, whose face comes from some footage. */
export interface AgreedReplacement {
  readonly film: string;
  readonly footage: readonly string[];
  readonly replaced: string;
  readonly shown: string;
}

/** Writes down, as `--rights-basis` wants it, that both performers of a film with one performer agreed. */
export async function writeReplacementBasis(path: string, agreed: AgreedReplacement): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const named = async (file: string) => ({ name: basename(file), sha256: await fingerprintFile(file) });
  const basis: z.input<typeof basisFileSchema> = {
    version: 1,
    film: await named(agreed.film),
    performers: [agreed.replaced, agreed.shown].map((name) => ({
      ...{ name, kind: 'consent', extent: 'whole-face', languages: null },
      ...{ validFrom: today, signer: name, signedOn: today },
    })),
    replacements: [
      {
        ...{ performer: 'performer-1', replaced: agreed.replaced, shown: agreed.shown },
        footage: await Promise.all(agreed.footage.map(named)),
      },
    ],
  };
  await writeFile(path, `${JSON.stringify(basis, undefined, 2)}\n`);
}
