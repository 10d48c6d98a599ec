import { useState } from 'react';
import { useToasts } from '#components/ui/index.ts';
import { useChange } from '#lib/api/change.ts';
import { answerOf, api } from '#lib/api/client.ts';
import type { Source } from '#lib/api/titles.ts';

/** Has a source analysed again; one that failed goes on where it stopped. */
export function useAnalyseAgain({ id }: Source): {
  readonly busy: boolean;
  readonly again: () => Promise<void>;
} {
  const { fail } = useToasts();
  const change = useChange('sources', 'runs', 'titles');
  const [busy, setBusy] = useState(false);
  return {
    busy,
    again: async () => {
      setBusy(true);
      const asked = answerOf(
        api.POST('/sources/{source}/analyses', { params: { path: { source: id } }, body: {} }),
      );
      await change(asked).catch(fail);
      setBusy(false);
    },
  };
}
