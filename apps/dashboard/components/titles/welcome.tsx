'use client';

import { useState, type ReactElement } from 'react';
import { useRouter } from 'next/navigation';
import { AudioLines, CircleCheck, FileVideo, Plus, Sparkles, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, ProblemNote } from '#components/ui/index.ts';
import { useChange } from '#lib/api/change.ts';
import { makeSample } from '#lib/api/overview.ts';
import { useMay } from '#lib/api/session.ts';
import dubbed from './dubbed.jpg';
import original from './original.jpg';

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
    <div className="mx-auto flex w-full max-w-5xl flex-1 flex-col justify-center gap-8 p-8">
      <div className="grid items-center gap-8 md:grid-cols-2">
        <div className="flex flex-col gap-6">
          <div>
            <h2 className="text-xl! text-balance">{t('welcome')}</h2>
            <p className="mt-1 text-base text-dim">{t('what')}</p>
          </div>
          {may ? <Begin onBegin={onBegin} /> : <p className="text-dim">{t('wait')}</p>}
        </div>
        <BeforeAndAfter />
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
    </div>
  );
}

/** The same four instants of a film (docs/demo.png), of a performer who is nobody. */
function BeforeAndAfter(): ReactElement {
  const t = useTranslations('guide');
  return (
    <figure className="overflow-hidden rounded-md border border-line">
      {(
        [
          ['original', original],
          ['dubbed', dubbed],
        ] as const
      ).map(([name, { src, width, height }]) => (
        <div key={name} className="relative">
          <img src={src} width={width} height={height} alt={t(`${name}Alt`)} className="w-full" />
          <span className="absolute top-1 left-1 rounded-sm bg-black/80 px-1.5 text-xs" aria-hidden>
            {t(name)}
          </span>
        </div>
      ))}
    </figure>
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
    <div className="flex flex-col items-start gap-4">
      <div className="flex flex-col items-start gap-1.5">
        <Button kind="main" icon={Sparkles} busy={busy} onClick={() => void make()}>
          {t('guide.makeSample')}
        </Button>
        <p className="text-dim">{t('guide.sampleWhat')}</p>
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
