import { useState } from 'react';
import { namePerformer } from '#lib/api/cast.ts';
import { useChange } from '#lib/api/change.ts';
import { createReplacement, type Replacement } from '#lib/api/replacements.ts';
import type { ReplacementDraft } from './replacementDraft.ts';
import type { BroughtFootage, FootageDesk } from './useFootage.ts';

/** Making a replacement. */
export interface Making {
  readonly busy: boolean;
  readonly problem: unknown;
  /** Returns its id; `null` where it was refused. */
  readonly make: (draft: ReplacementDraft, files: readonly BroughtFootage[]) => Promise<string | null>;
}

/** Makes replacements of a title: at once, with the footage that is there; what is still on its way joins it later. */
export function useMaking(title: string, footage: FootageDesk): Making {
  const change = useChange('dubs', 'performers', 'titles', 'uploads', 'rights');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const make: Making['make'] = async (draft, files) => {
    setBusy(true);
    setProblem(null);
    const there = files.flatMap(({ arrived, upload }) => (arrived && upload !== null ? [upload] : []));
    try {
      const { id } = await change(createNow(title, draft, there));
      footage.use(
        files.filter(({ arrived }) => !arrived),
        id,
      );
      return id;
    } catch (error) {
      setProblem(error);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, make };
}

async function createNow(
  title: string,
  { replaced, from, shown, name, shots }: ReplacementDraft,
  footage: readonly string[],
): Promise<Replacement> {
  const face = from === 'new' ? (await namePerformer(title, name.trim())).id : shown!;
  const inOrder = shots && [...shots].sort((a, b) => a - b);
  const donors = footage.map((upload) => ({ upload, person: null }));
  return createReplacement(title, { replaced: replaced!, shown: face, donors, shots: inOrder });
}
