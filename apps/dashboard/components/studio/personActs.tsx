'use client';

import { useState, type ReactElement } from 'react';
import { DoorClosed, DoorOpen, Ellipsis, Link2, Pencil, ShieldOff, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog, Dialog, IconButton, Menu, useToasts } from '#components/ui/index.ts';
import { usePeople, usePeopleActs, type Invitation, type Person } from '#lib/api/people.ts';
import { useMay, useSession } from '#lib/api/session.ts';
import { EditPersonDialog } from './editPersonDialog.tsx';
import { InvitationShown } from './invitationShown.tsx';

type Asked = 'edit' | 'remove' | 'drop' | Invitation | null;

/** Everything that can be done with somebody. Nobody shuts themselves out by accident. */
export function PersonActs({ person }: { readonly person: Person }): ReactElement {
  const t = useTranslations();
  const may = useMay();
  const own = useSession().data?.person.id === person.id;
  const people = usePeople();
  const { change, remove, invite, dropSecondFactor } = usePeopleActs();
  const { say, fail } = useToasts();
  const [asked, setAsked] = useState<Asked>(null);
  const close = (): void => setAsked(null);
  const { id, name } = person;
  const isOut = person.disabledAt !== null;
  const shut = async (from: Person, disabled: boolean): Promise<void> => {
    const changed = await change(from, { disabled });
    const text = t(disabled ? 'studio.wasShutOut' : 'studio.wasLetIn', { name });
    say({ text, undo: () => shut(changed, !disabled).catch(fail) });
  };
  // Nothing tells when somebody chose a password or was changed elsewhere: what is changed is looked at anew.
  const asTheyAre = async (): Promise<Person> =>
    (await people.refetch()).data?.find((each) => each.id === id) ?? person;
  const edit = async (): Promise<void> => {
    await asTheyAre();
    setAsked('edit');
  };
  const mayEdit = may('people:edit');
  return (
    <>
      <Menu
        items={[
          { label: t('studio.editPerson'), icon: Pencil, onSelect: () => void edit() },
          {
            label: t('studio.invite'),
            icon: Link2,
            disabled: isOut,
            onSelect: () => void invite(id).then(setAsked, fail),
          },
          { label: t('studio.dropSecondFactor'), icon: ShieldOff, onSelect: () => setAsked('drop') },
          {
            label: t(isOut ? 'studio.letInAct' : 'studio.shutOutAct'),
            icon: isOut ? DoorOpen : DoorClosed,
            disabled: own,
            onSelect: () =>
              void asTheyAre()
                .then((now) => shut(now, !isOut))
                .catch(fail),
          },
          {
            label: t('studio.remove'),
            icon: Trash2,
            danger: true,
            disabled: own || !may('people:delete'),
            onSelect: () => setAsked('remove'),
          },
        ]}
      >
        <IconButton
          icon={Ellipsis}
          label={`${t('common.menu')}: ${name}`}
          disabled={!mayEdit}
          {...(!mayEdit && { title: t('common.notAllowed') })}
        />
      </Menu>
      {asked === 'edit' && <EditPersonDialog person={person} onClose={close} />}
      <ConfirmDialog
        open={asked === 'remove'}
        onClose={close}
        title={t('studio.removeTitle', { name })}
        act={t('studio.removeAct')}
        onConfirm={() => remove(id)}
      >
        {t('studio.removeText')}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'drop'}
        onClose={close}
        title={t('studio.dropTitle', { name })}
        act={t('studio.dropAct')}
        onConfirm={async () => {
          await dropSecondFactor(id);
          say({ text: t('studio.dropped', { name }) });
        }}
      >
        {t('studio.dropText')}
      </ConfirmDialog>
      {asked !== null && typeof asked === 'object' && (
        <Dialog open onClose={close} title={t('studio.invite')}>
          <InvitationShown name={name} invitation={asked} onDone={close} />
        </Dialog>
      )}
    </>
  );
}
