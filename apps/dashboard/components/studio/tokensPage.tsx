'use client';

import { useState, type ReactElement } from 'react';
import { KeyRound, Plus, Trash2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import { Await, Button, ConfirmDialog, Empty, Page, Panel, Table } from '#components/ui/index.ts';
import { useMay } from '#lib/api/session.ts';
import { useTokenActs, useTokens, type Token } from '#lib/api/tokens.ts';
import { MakeTokenDialog } from './makeTokenDialog.tsx';
import { usePermissionWords } from './permissionWords.ts';

/** One's own API tokens. */
export function TokensPage(): ReactElement {
  const t = useTranslations('studio');
  const common = useTranslations('common');
  const mayMake = useMay()('tokens:create');
  const { revoke } = useTokenActs();
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const make = { keys: 'n', does: t('makeToken'), run: () => setMaking(true) };
  useShortcuts('tokens', t('tokens'), mayMake ? [make] : []);
  return (
    <Page
      title={t('tokens')}
      acts={
        <Button
          kind="main"
          icon={Plus}
          disabled={!mayMake}
          title={mayMake ? undefined : common('notAllowed')}
          onClick={() => setMaking(true)}
        >
          {t('makeToken')}
        </Button>
      }
    >
      <p className="max-w-3xl text-dim">{t('tokensText')}</p>
      <Panel>
        <Await of={useTokens()}>
          {(tokens) =>
            tokens.length === 0 ? (
              <Empty icon={KeyRound} title={t('noTokens')}>
                <p>{t('noTokensHint')}</p>
              </Empty>
            ) : (
              <TokenTable tokens={tokens} onRevoke={setRevoking} />
            )
          }
        </Await>
      </Panel>
      <MakeTokenDialog open={making} onClose={() => setMaking(false)} />
      <ConfirmDialog
        open={revoking !== null}
        onClose={() => setRevoking(null)}
        title={t('revokeTitle', { name: revoking?.name ?? '' })}
        act={t('revoke')}
        onConfirm={() => revoke(revoking!.id)}
      >
        {t('revokeText')}
      </ConfirmDialog>
    </Page>
  );
}

interface TokenTableProps {
  readonly tokens: readonly Token[];
  readonly onRevoke: (token: Token) => void;
}

function TokenTable({ tokens, onRevoke }: TokenTableProps): ReactElement {
  const t = useTranslations('studio');
  const common = useTranslations('common');
  const { dateTime } = useFormatter();
  const mayRevoke = useMay()('tokens:delete');
  const day = (at: string | null, otherwise: string): string =>
    at === null ? otherwise : dateTime(new Date(at), { dateStyle: 'medium' });
  const moment = (at: string | null): string =>
    at === null ? t('never') : dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Table
      label={t('tokens')}
      rows={tokens}
      keyOf={({ id }) => id}
      columns={[
        { name: common('name'), className: 'max-w-64 font-semibold wrap-anywhere', show: ({ name }) => name },
        {
          name: t('goodFor'),
          className: 'max-w-80',
          show: ({ scopes }) => <Scopes scopes={scopes} />,
        },
        { name: t('lastUsed'), className: 'text-dim', show: ({ lastUsedAt }) => moment(lastUsedAt) },
        { name: t('expires'), className: 'text-dim', show: ({ expiresAt }) => day(expiresAt, t('never')) },
        { name: t('madeAt'), className: 'text-dim', show: ({ madeAt }) => day(madeAt, '') },
        {
          name: t('acts'),
          className: 'text-right',
          show: (token) => (
            <Button
              kind="quiet"
              icon={Trash2}
              aria-label={`${t('revoke')}: ${token.name}`}
              disabled={!mayRevoke}
              onClick={() => onRevoke(token)}
            >
              {t('revoke')}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** So many are told at once; more have to be opened. */
const FEW = 3;

function Scopes({ scopes }: Pick<Token, 'scopes'>): ReactElement {
  const t = useTranslations('studio');
  const words = usePermissionWords();
  if (scopes === null) return <>{t('allScopes')}</>;
  const list = (
    <ul className="text-dim">
      {scopes.map((scope) => (
        <li key={scope}>{words.permission(scope)}</li>
      ))}
    </ul>
  );
  if (scopes.length <= FEW) return list;
  return (
    <details>
      <summary>{t('scopeCount', { count: scopes.length })}</summary>
      {list}
    </details>
  );
}
