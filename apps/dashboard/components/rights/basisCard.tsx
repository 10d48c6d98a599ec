'use client';

import type { ReactElement, ReactNode } from 'react';
import { CircleOff, Download } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Badge, Button, classes, LinkButton, type Tone } from '#components/ui/index.ts';
import { usePeople } from '#lib/api/people.ts';
import { evidenceUrl, type RightsBasis } from '#lib/api/rights.ts';
import { useMay } from '#lib/api/session.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import { timeOf, today } from './coverage.ts';
import { nameOfTerritory } from './territories.ts';

interface BasisCardProps {
  readonly basis: RightsBasis;
  readonly onRevoke: () => void;
}

const TONES = { holds: 'good', later: 'warn', ended: 'bad', revoked: 'bad' } as const satisfies Record<
  string,
  Tone
>;

/** One basis with every clause of it, in words. */
export function BasisCard({ basis, onRevoke }: BasisCardProps): ReactElement {
  const t = useTranslations('rights');
  const words = useTranslations('common');
  const locale = useLocale();
  const format = useFormatter();
  const mayRevoke = useMay()('rights:edit');
  const recorder = usePeople().data?.find(({ id }) => id === basis.recordedBy);
  const time = timeOf(basis, today());
  const day = (text: string): string =>
    format.dateTime(new Date(text), { dateStyle: 'medium', timeZone: 'UTC' });
  const { languages, territories, validFrom, validTo, signer, signedOn, evidenceSha256 } = basis;
  return (
    <li className={classes('rounded-md border border-line p-3', time === 'revoked' && 'bg-ground')}>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h4 className="font-semibold">{t(basis.kind)}</h4>
        <Badge tone={TONES[time]}>{t(`basis-${time}`)}</Badge>
        {basis.revokedAt === null && (
          <Button
            icon={CircleOff}
            className="ml-auto"
            disabled={!mayRevoke}
            title={mayRevoke ? undefined : words('notAllowed')}
            onClick={onRevoke}
          >
            {t('revoke')}
          </Button>
        )}
      </div>
      {basis.revokedAt !== null && (
        <p className="mb-2 wrap-anywhere text-bad">
          {t('revokedBecause', { day: day(basis.revokedAt), reason: basis.revokedBecause ?? '' })}
        </p>
      )}
      <dl className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr_auto_1fr]">
        <Clause name={t('extent')}>{t(basis.extent)}</Clause>
        <Clause name={t('validity')}>
          {validTo === null
            ? t('fromOn', { from: day(validFrom) })
            : t('fromTo', { from: day(validFrom), to: day(validTo) })}
        </Clause>
        <Clause name={t('languages')}>
          {languages?.map((tag) => `${nameOfLanguage(tag, locale)} (${tag})`).join(', ') ?? t('allLanguages')}
        </Clause>
        <Clause name={t('signer')}>{t('signedBy', { signer, day: day(signedOn) })}</Clause>
        <Clause name={t('territories')}>
          {territories?.map((code) => nameOfTerritory(code, locale)).join(', ') ?? t('everywhere')}
        </Clause>
        <Clause name={t('recordedOn')}>
          {recorder === undefined
            ? day(basis.madeAt)
            : t('signedBy', { signer: recorder.name, day: day(basis.madeAt) })}
        </Clause>
        <Clause name={t('evidence')}>
          {evidenceSha256 === null ? (
            <span className="text-dim">{t('noEvidence')}</span>
          ) : (
            <span className="flex flex-wrap items-center gap-2">
              <LinkButton download icon={Download} href={evidenceUrl(basis.id)}>
                {t('paper')}
              </LinkButton>
              <code title={evidenceSha256} className="text-xs text-faint">
                SHA-256 {evidenceSha256.slice(0, 12)}…
              </code>
            </span>
          )}
        </Clause>
      </dl>
    </li>
  );
}

const Clause = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactElement => (
  <>
    <dt className="text-dim">{name}</dt>
    <dd className="wrap-anywhere">{children}</dd>
  </>
);
