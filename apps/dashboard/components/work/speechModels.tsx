import type { ReactElement } from 'react';
import { AudioLines, CircleCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge, CopyButton, Empty, Panel, Table } from '#components/ui/index.ts';
import type { SpeechModel } from '#lib/api/models.ts';

const HOW = 'mondwerk models add ggml-large-v3-turbo.bin';

/** The models that write down what is said, and how one is added. */
export function SpeechModels({ models }: { readonly models: readonly SpeechModel[] }): ReactElement {
  const t = useTranslations('work');
  return (
    <Panel title={t('speechModels')}>
      <p className="max-w-3xl p-3 text-dim">{t('speechModelsText')}</p>
      {models.length === 0 ? (
        <Empty icon={AudioLines} title={t('noSpeechModel')}>
          <p className="max-w-xl">{t('noSpeechModelHint')}</p>
          <p className="flex items-center justify-center gap-2">
            <code className="font-mono text-xs wrap-anywhere">{HOW}</code>
            <CopyButton small text={HOW} what={HOW} />
          </p>
        </Empty>
      ) : (
        <Table
          label={t('speechModels')}
          rows={models}
          keyOf={({ name }) => name}
          columns={[
            { name: t('modelFile'), show: (model) => <Name {...model} /> },
            { name: t('whatItIs'), show: (model) => <Kind {...model} /> },
            { name: t('weightsLicence'), show: (model) => <Licence {...model} /> },
            { name: 'SHA-256', show: (model) => <Sum {...model} /> },
          ]}
        />
      )}
    </Panel>
  );
}

function Name({ name, inUse }: SpeechModel): ReactElement {
  const t = useTranslations('work');
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="wrap-anywhere">{name}</span>
      {inUse && (
        <Badge tone="good">
          <CircleCheck size={12} aria-hidden />
          {t('inUse')}
        </Badge>
      )}
    </span>
  );
}

function Kind({ size, multilingual, bytes }: SpeechModel): ReactElement {
  const t = useTranslations('work');
  const format = useFormatter();
  const unit = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 } as const;
  return (
    <>
      {size === 'unknown' ? t('ownSize') : t('whisperSize', { size })} ·{' '}
      {t(multilingual ? 'manyLanguages' : 'englishOnly')} · {format.number(bytes / 1e6, unit)}
    </>
  );
}

function Licence({ licence }: SpeechModel): ReactElement {
  const t = useTranslations('work');
  return licence === null ? <span className="text-warn">{t('licenceUnknown')}</span> : <>{licence}</>;
}

const Sum = ({ name, sha256 }: SpeechModel): ReactElement => (
  <span className="flex items-center gap-2">
    <code className="max-w-40 truncate font-mono text-xs" title={sha256}>
      {sha256}
    </code>
    <CopyButton small text={sha256} what={name} />
  </span>
);
