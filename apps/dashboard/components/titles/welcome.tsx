'use client';

import { useState, type ReactElement } from 'react';
import { useRouter } from 'next/navigation';
import { AudioLines, CircleCheck, FileVideo, Plus, Sparkles, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, ProblemNote } from '#components/ui/index.ts';
import { useChange } from '#lib/api/change.ts';
import { makeSample } from '#lib/api/overview.ts';
import { useMay } from '#lib/api/session.ts';

const PARTS: readonly (readonly [name: 'bring' | 'render' | 'review', sign: LucideIcon])[] = [
  ['bring', FileVideo],
  ['render', AudioLines],
  ['review', CircleCheck],
];

/** What an empty installation shows: what Mondwerk does, and how to see it at once. */
export function Welcome({ onBegin }: { readonly onBegin: () => void }): ReactElement {
  const t = useTranslations('guide');
  const may = useMay()('titles:create');
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-1 flex-col justify-center gap-8 p-8">
      <div>
        <h2 className="text-xl!">{t('welcome')}</h2>
        <p className="mt-1 text-base text-dim">{t('what')}</p>
      </div>
      <ol className="grid gap-4 sm:grid-cols-3">
        {PARTS.map(([name, Sign]) => (
          <li key={name} className="flex flex-col gap-2 rounded-md border border-line bg-panel p-4">
            <Sign size={20} aria-hidden className="text-accent" />
            <h3>{t(`${name}Title`)}</h3>
            <p className="text-dim">{t(name)}</p>
          </li>
        ))}
      </ol>
      {may ? <Begin onBegin={onBegin} /> : <p className="text-dim">{t('wait')}</p>}
    </div>
  );
}

function Begin({ onBegin }: { readonly onBegin: () => void }): ReactElement {
  const t = useTranslations();
  const router = useRouter();
  const change = useChange('titles', 'dubs');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const make = async (): Promise<void> => {
    setBusy(true);
    try {
      const { id } = await change(makeSample());
      router.push(`/titles/${id}`);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="main" icon={Sparkles} busy={busy} onClick={() => void make()}>
          {t('guide.makeSample')}
        </Button>
        <p className="min-w-0 flex-1 text-dim">{t('guide.sampleWhat')}</p>
      </div>
      {problem !== null && <ProblemNote error={problem} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button icon={Plus} onClick={onBegin}>
          {t('newTitle.newTitle')}
        </Button>
        <p className="text-dim">{t('guide.orDrop')}</p>
      </div>
    </div>
  );
}
