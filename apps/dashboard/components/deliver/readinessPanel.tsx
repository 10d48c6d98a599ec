import type { ReactElement, ReactNode } from 'react';
import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LinkButton, Panel } from '#components/ui/index.ts';
import type { MissingRight } from '#lib/api/rights.ts';
import type { Dub } from '#lib/api/titles.ts';
import { lacksOf, type Lack, type Standing } from './readiness.ts';

interface ReadinessPanelProps {
  readonly title: string;
  readonly dub: string;
  readonly kind: Dub['kind'];
  readonly standing: Standing;
  /** `undefined` where somebody may not see rights, or they are not known yet. */
  readonly missingRights: readonly MissingRight[] | undefined;
  readonly outdated: boolean;
}

/** Says what is missing before everything that was planned can be delivered, and where to do something about it. */
export function ReadinessPanel({
  title,
  dub,
  kind,
  standing,
  missingRights,
  outdated,
}: ReadinessPanelProps): ReactElement {
  const t = useTranslations('deliver');
  const home = `/titles/${title}/dubs/${dub}`;
  const wayOut: Readonly<Record<Lack['what'], readonly [href: string, name: 'goRender' | 'goReview']>> = {
    toRender: [`${home}/plan`, 'goRender'],
    failed: [`${home}/plan`, 'goRender'],
    sentBack: [`${home}/plan`, 'goRender'],
    toReview: [`${home}/review`, 'goReview'],
  };
  const complete = standing.planned > 0 && standing.approved === standing.planned;
  return (
    <Panel title={t('ready')}>
      <ul className="flex flex-col">
        <Item fine={complete}>
          {standing.planned === 0
            ? t('noPlan')
            : t('approved', { approved: standing.approved, planned: standing.planned })}
          {standing.planned === 0 && <LinkButton href={`${home}/plan`}>{t('goRender')}</LinkButton>}
        </Item>
        {lacksOf(standing).map(({ what, count }) => (
          <Item key={what} bad={what === 'failed'}>
            {t(what, { count })}
            <LinkButton href={wayOut[what][0]}>{t(wayOut[what][1])}</LinkButton>
          </Item>
        ))}
        {missingRights?.length === 0 && <Item fine>{t('rightsThere')}</Item>}
        {missingRights?.map(({ performer, clause, sentence }) => (
          <Item key={`${performer} ${clause}`} bad>
            {t('rightsMissing', { sentence })}
            <LinkButton href={kind === 'dub' ? `/titles/${title}/cast` : home}>{t('goCast')}</LinkButton>
          </Item>
        ))}
        {outdated && <Item>{t('outdated')}</Item>}
      </ul>
    </Panel>
  );
}

interface ItemProps {
  readonly fine?: boolean;
  readonly bad?: boolean;
  readonly children: ReactNode;
}

function Item({ fine = false, bad = false, children }: ItemProps): ReactElement {
  const Icon = fine ? CircleCheck : bad ? TriangleAlert : CircleDashed;
  return (
    <li className="flex min-h-9 items-center gap-2 border-b border-line/60 px-3 py-1 last:border-0">
      <Icon size={16} aria-hidden className={fine ? 'text-good' : bad ? 'text-bad' : 'text-warn'} />
      <div className="flex flex-1 items-center justify-between gap-4">{children}</div>
    </li>
  );
}
