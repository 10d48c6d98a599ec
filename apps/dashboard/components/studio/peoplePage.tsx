'use client';

import { useState, type ReactElement } from 'react';
import { SearchX, UserPlus } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import { Await, Badge, Button, Empty, Page, Panel, Table, TextField } from '#components/ui/index.ts';
import { usePeople, type Person } from '#lib/api/people.ts';
import { useMay, useSession } from '#lib/api/session.ts';
import { AddPersonDialog } from './addPersonDialog.tsx';
import { PersonActs } from './personActs.tsx';
import { RolesPanel } from './rolesPanel.tsx';

/** Those whose name or e-mail has a text in it, whatever its capitals. */
const called = (people: readonly Person[], text: string): Person[] =>
  people.filter(({ name, email }) => `${name}\n${email}`.toLowerCase().includes(text.trim().toLowerCase()));

/** Who is in the organisation, and what each may do. */
export function PeoplePage(): ReactElement {
  const t = useTranslations('studio');
  const common = useTranslations('common');
  const mayAdd = useMay()('people:create');
  const people = usePeople();
  const [wanted, setWanted] = useState('');
  const [adding, setAdding] = useState(false);
  const add = { keys: 'n', does: t('addPerson'), run: () => setAdding(true) };
  useShortcuts('people', t('people'), mayAdd ? [add] : []);
  return (
    <Page
      title={t('people')}
      acts={
        <Button
          kind="main"
          icon={UserPlus}
          disabled={!mayAdd}
          title={mayAdd ? undefined : common('notAllowed')}
          onClick={() => setAdding(true)}
        >
          {t('addPerson')}
        </Button>
      }
    >
      <Panel
        title={people.data && t('peopleCount', { count: people.data.length })}
        acts={
          <div className="w-64">
            <TextField
              bare
              type="search"
              label={t('findPerson')}
              placeholder={t('findPerson')}
              value={wanted}
              onChange={(event) => setWanted(event.currentTarget.value)}
            />
          </div>
        }
      >
        <Await of={people}>
          {(all) =>
            called(all, wanted).length === 0 ? (
              <Empty icon={SearchX} title={t('nobodyFound')}>
                <p>{t('nobodyFoundHint')}</p>
              </Empty>
            ) : (
              <PeopleTable people={called(all, wanted)} />
            )
          }
        </Await>
      </Panel>
      <RolesPanel />
      <AddPersonDialog open={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

function PeopleTable({ people }: { readonly people: readonly Person[] }): ReactElement {
  const t = useTranslations('studio');
  const common = useTranslations('common');
  const { dateTime } = useFormatter();
  const own = useSession().data?.person.id;
  return (
    <Table
      label={t('people')}
      rows={people}
      keyOf={({ id }) => id}
      columns={[
        {
          name: common('name'),
          className: 'max-w-64',
          show: ({ id, name, operator }) => (
            <span className="flex items-center gap-2">
              <span className="truncate font-semibold" title={name}>
                {name}
              </span>
              {id === own && <Badge tone="accent">{t('you')}</Badge>}
              {operator && <Badge>{t('operator')}</Badge>}
            </span>
          ),
        },
        {
          name: t('email'),
          className: 'max-w-64 truncate',
          show: ({ email }) => <span title={email}>{email}</span>,
        },
        { name: t('role'), show: ({ role }) => t(`role-${role}`) },
        {
          name: t('access'),
          show: ({ disabledAt }) =>
            disabledAt === null ? (
              <Badge tone="good">{t('letIn')}</Badge>
            ) : (
              <Badge tone="warn">{t('shutOut')}</Badge>
            ),
        },
        {
          name: t('addedAt'),
          className: 'whitespace-nowrap text-dim',
          show: ({ madeAt }) => dateTime(new Date(madeAt), { dateStyle: 'medium' }),
        },
        { name: t('acts'), className: 'text-right', show: (person) => <PersonActs person={person} /> },
      ]}
    />
  );
}
