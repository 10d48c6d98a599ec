'use client';

import type { ReactElement, ReactNode } from 'react';
import { CircleCheck, CircleHelp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Await, Badge, CopyButton, Page, Panel } from '#components/ui/index.ts';
import { SpeechModels } from './speechModels.tsx';
import { useModels, type Model } from '#lib/api/models.ts';

/** The models that Mondwerk sees faces with and understands speech with, and what is allowed with each. */
export function ModelsPage(): ReactElement {
  const t = useTranslations('work');
  return (
    <Page title={t('models')}>
      <p className="max-w-3xl text-dim">{t('modelsText')}</p>
      <Await of={useModels()}>
        {({ faces, speech }) => (
          <>
            <SpeechModels models={speech} />
            <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
              {faces.map((model) => (
                <ModelCard key={model.name} model={model} />
              ))}
            </div>
          </>
        )}
      </Await>
    </Page>
  );
}

function ModelCard({ model }: { readonly model: Model }): ReactElement {
  const t = useTranslations('work');
  const { name, allows, sha256 } = model;
  const purpose = `model-${name}`;
  return (
    <Panel title={name}>
      <div className="flex flex-col gap-3 p-3">
        <p>{t.has(purpose as 'model-faceres') ? t(purpose as 'model-faceres') : model.purpose}</p>
        <dl className="grid grid-cols-[10rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
          <Fact name={t('allowed')}>
            <Allowed {...allows} />
          </Fact>
          <Fact name={t('weightsLicence')}>
            <span lang="en">{model.originalLicence}</span>
          </Fact>
          <Fact name={t('packageLicence')}>{model.packageLicence}</Fact>
          <Fact name={t('vendor')}>{model.vendor}</Fact>
          <Fact name={t('package')}>
            <span className="font-mono text-xs wrap-anywhere">
              {model.package} {model.version}
            </span>
          </Fact>
          <Fact name={t('sums')}>
            <Sum of={`${name}, ${t('graph')}`} name={t('graph')} sum={sha256.graph} />
            <Sum of={`${name}, ${t('weights')}`} name={t('weights')} sum={sha256.weights} />
          </Fact>
        </dl>
      </div>
    </Panel>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement => (
  <>
    <dt className="text-dim">{name}</dt>
    <dd className="min-w-0 wrap-anywhere">{children}</dd>
  </>
);

/** What is allowed, with a sign and in words. */
function Allowed({ commercialUse, territory }: Model['allows']): ReactElement {
  const t = useTranslations('work');
  const unknown = commercialUse === 'unknown' || territory === 'unknown';
  const Icon = unknown ? CircleHelp : CircleCheck;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap gap-1.5">
        {[t(`commercial-${commercialUse}`), t(`territory-${territory}`)].map((words) => (
          <Badge key={words} tone={unknown ? 'warn' : 'good'}>
            <Icon size={12} aria-hidden />
            {words}
          </Badge>
        ))}
      </div>
      {unknown && <p className="text-warn">{t('unknownAllowed')}</p>}
    </div>
  );
}

interface SumProps {
  readonly of: string;
  readonly name: string;
  readonly sum: string;
}

const Sum = ({ of, name, sum }: SumProps): ReactElement => (
  <div className="flex items-center gap-2">
    <span className="w-16 shrink-0 text-dim">{name}</span>
    <code className="truncate font-mono text-xs" title={sum}>
      {sum}
    </code>
    <CopyButton small text={sum} what={of} />
  </div>
);
