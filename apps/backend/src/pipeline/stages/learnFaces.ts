import { learnFace, type FaceAtlas } from '@mondwerk/faceswap';
import type { Performer } from '@mondwerk/film';
import type { Donor, ReplacedFilm } from '../replacement/openDonors.ts';
import { makePiecesOnce, type Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';
import { tracksOf } from './buildAtlas.ts';

/** What both faces of a replacement were seen doing. */
export interface LearnedFaces {
  readonly replaced: FaceAtlas;
  readonly shown: FaceAtlas;
}

const PIECES = { replaced: 'replaced.json', shown: 'shown.json' } as const;

/** Learns what the replaced performer's face does in the film, and what the shown one's does in the donor footage. */
export async function learnFacesOnce(
  run: Run,
  { faces, replaced }: ReplacedFilm,
  donors: readonly Donor[],
): Promise<Artifact<LearnedFaces>> {
  const shown = donors.map(({ number, key, shown: { tracks } }) => [number, key, tracks]);
  const { key, pieces } = await makePiecesOnce(
    run,
    {
      stage: 'learnFaces',
      inputs: { faces: faces.key, replaced, shown },
      rooms: ['film', 'compositing', 'face', 'faceswap'],
    },
    { unit: 'performers', total: 2 },
    async (folder, meter) => {
      const film = () => tracksOf(replaced, faces.value, run.signal);
      await folder.save(PIECES.replaced, await learnFace(replaced.id, { film }));
      meter.reach(1);
      await folder.save(PIECES.shown, await learnShown(donors, run.signal));
      meter.reach(2);
      return Object.keys(PIECES);
    },
  );
  const [own, theirs] = [
    await pieces.get<FaceAtlas>(PIECES.replaced),
    await pieces.get<FaceAtlas>(PIECES.shown),
  ];
  return { key, value: { replaced: own, shown: theirs } };
}

function learnShown(donors: readonly Donor[], signal: AbortSignal): Promise<FaceAtlas> {
  const read = (donor: Donor) => () => tracksOf(shownIn(donor), donor, signal);
  const own = donors.find(({ number }) => number === 0);
  const others = donors.filter(({ number }) => number > 0);
  return learnFace(donors[0].shown.person, {
    ...(own && { film: read(own) }),
    footage: new Map(others.map((donor) => [donor.number, read(donor)])),
  });
}

const shownIn = ({ shown: { person, tracks } }: Donor): Performer => ({ id: person, tracks });
