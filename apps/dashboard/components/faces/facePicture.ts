import { portraitUrl, type Performer } from '#lib/api/cast.ts';

/** Where the picture of a performer is; another address once it may be another picture, since some tracks came or went. */
export const facePicture = ({ id, hasPortrait, version, screen }: Performer): string | null =>
  hasPortrait ? `${portraitUrl(id)}?v=${version}.${screen.frames}` : null;
