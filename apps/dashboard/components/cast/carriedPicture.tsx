import type { ReactElement } from 'react';
import { Portrait } from '#components/ui/index.ts';
import type { Character, Performer } from '#lib/api/cast.ts';
import type { Carried } from './dragging.ts';
import { facePicture } from '#components/faces/index.ts';

interface CarriedPictureProps {
  readonly carried: Carried;
  readonly performers: readonly Performer[];
  readonly characters: readonly Character[];
}

/** How many faces hang under the pointer, however many are carried. */
const MOST = 3;

/** What hangs under the pointer: faces, or the name of a part. */
export function CarriedPicture({ carried, performers, characters }: CarriedPictureProps): ReactElement {
  if (carried.kind === 'character') {
    return (
      <span className="rounded-md border border-accent bg-raised px-2 py-1">
        {characters.find(({ id }) => id === carried.id)?.name}
      </span>
    );
  }
  const faces = performers.filter(({ id }) => carried.ids.includes(id));
  return (
    <span className="flex items-center rounded-md border border-accent bg-raised">
      {faces.slice(0, MOST).map((face) => (
        <Portrait key={face.id} src={facePicture(face)} name="" className="size-16 rounded-md" />
      ))}
      {faces.length > MOST && <span className="px-2">+{faces.length - MOST}</span>}
    </span>
  );
}
