import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contains } from '@mondwerk/film';
import type { CopiedSpan } from '@mondwerk/media';
import { cards } from '@mondwerk/models';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { ChangedBefore, PartRecord } from '../filmPart.ts';
import { fingerprintCode } from '../fingerprint.ts';
import type { ReadSettings } from '../wishes/readSettings.ts';
import { writeBoxes } from './boxLines.ts';
import type { Report } from './reportSchema.ts';

/** Which Mondwerk does the work. */
export async function describeProgram(): Promise<Report['mondwerk']> {
  const file = join(import.meta.dirname, '../../../package.json');
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  const rooms = [
    'film',
    'media',
    'models',
    'phonetics',
    'compositing',
    'face',
    'speech',
    'lipsync',
    'faceswap',
  ] as const;
  return { version, code: await fingerprintCode(rooms) };
}

/** The film that was changed. */
export function describeFilm({ film, filmName, filmHash }: CheckedFilm): Report['film'] {
  return {
    file: filmName,
    sha256: filmHash,
    width: film.width,
    height: film.height,
    format: film.format.name,
    frames: film.clock.times.length,
    rate: `${film.rate.num}/${film.rate.den}`,
    variable: film.variable,
    seconds: film.clock.end,
    audioTracks: film.audio.length,
  };
}

/** What is told of a settings file. */
export const describeWanted = ({ name, sha256, said }: ReadSettings) => ({ file: name, sha256, said });

/** That everything outside the boxes of a part is as it was; `before`: boxes of what was changed in its film before. */
export const proveOutside = (
  { span, proof, mouths }: PartRecord,
  before: ChangedBefore = new Map(),
): Report['proof'][number] => {
  const own = mouths.filter(({ passed }) => passed === null);
  const earlier = [...before].flatMap(([frame, boxes]) =>
    contains(span, frame) ? boxes.map((box) => ({ frame, box })) : [],
  );
  return {
    frames: span,
    ...proof,
    equal: proof.source === proof.result,
    boxes: writeBoxes([...own, ...earlier]),
  };
};

/** What was copied as it is coded. */
export const describeCopied = ({ span, bytes, sha256 }: CopiedSpan) => ({ frames: span, bytes, sha256 });

/** The networks that come with the program. */
export const describeModels = (): Report['models'] =>
  cards.map(({ name, packageLicence, originalLicence, source }) => ({
    name,
    package: source.package,
    version: source.version,
    licence: packageLicence,
    originalLicence,
    sha256: { graph: source.graphSha256, weights: source.weightsSha256 },
  }));
