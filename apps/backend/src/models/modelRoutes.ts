import { z } from 'zod';
import { cards } from '@mondwerk/models';
import { route } from '../http/route.ts';
import { generatorRecord, generatorsIn, kindOf, listGenerators } from './generators.ts';
import {
  chooseSpeechModel,
  listSpeechModels,
  speechModelsOf,
  type SpeechModelPlace,
} from './speechModels.ts';

const Model = z
  .object({
    name: z.string(),
    purpose: z.string(),
    vendor: z.string(),
    package: z.string().describe('The npm package that the weights are taken from'),
    version: z.string(),
    packageLicence: z.string(),
    originalLicence: z.string().describe('What is known of the licence of the weights themselves'),
    allows: z
      .object({
        commercialUse: z.enum(['yes', 'unknown']),
        territory: z.enum(['worldwide', 'unknown']).describe('Where it may be used'),
      })
      .describe('What that licence allows; unknown is no permission'),
    sha256: z.object({ graph: z.string(), weights: z.string() }),
  })
  .meta({ id: 'Model' });

const SpeechModel = z
  .object({
    name: z.string(),
    size: z.string().describe('tiny, base, small, medium, large, large-v3, turbo or unknown'),
    multilingual: z.boolean().describe('Whether it understands more than English'),
    bytes: z.int(),
    sha256: z.string(),
    licence: z
      .string()
      .nullable()
      .describe('As whoever added it said; null: unknown, which is no permission'),
    inUse: z.boolean().describe('Whether it is the one that transcribes'),
  })
  .meta({ id: 'SpeechModel' });

const Generator = generatorRecord
  .pick({ form: true, sha256: true, licence: true, use: true, holder: true, performer: true })
  .extend({
    name: z.string(),
    kind: z.enum(['swapper', 'lips', 'restorer', 'embedder', 'converter']).describe('What it is for'),
    licence: z.string().describe('As whoever added it said'),
    use: generatorRecord.shape.use.describe('What that licence allows; each includes those after it'),
    holder: z.string().nullable().describe('To whom the licence was given; null: to everybody'),
    performer: z.string().nullable().describe('Whose face it makes; null: anybody’s'),
  })
  .meta({ id: 'Generator' });

/** Models: what Mondwerk sees faces with and understands speech with, and under which licences. */
export const modelRoutes = [
  route({
    name: 'models.list',
    method: 'GET',
    path: '/models',
    does: 'List the models that are used, with their licences and sums; speech models and generators as this machine has them',
    may: 'models:read',
    reply: z.object({ items: z.array(Model), speech: z.array(SpeechModel), generators: z.array(Generator) }),
    handle: async (_, { settings }) => ({
      speech: await speechModels(speechModelsOf(settings)),
      generators: (await listGenerators(generatorsIn(settings.DATA_FOLDER))).map(
        ({ card, ...generator }) => ({ ...card, kind: kindOf({ card, ...generator }) }),
      ),
      items: cards.map(({ source, ...card }) => ({
        ...card,
        package: source.package,
        version: source.version,
        sha256: { graph: source.graphSha256, weights: source.weightsSha256 },
      })),
    }),
  }),
];

async function speechModels(place: SpeechModelPlace): Promise<z.input<typeof SpeechModel>[]> {
  const added = await listSpeechModels(place.folder);
  // A file that the settings name wrongly is the doctor's to tell; what is there is shown all the same.
  const used = await chooseSpeechModel(place).catch(() => null);
  const all = place.named !== null && used !== null ? [used, ...added] : added;
  return all.map(({ name, size, multilingual, bytes, sha256, licence, path }) => ({
    ...{ name, size, multilingual, bytes, sha256, licence },
    inUse: path === used?.path,
  }));
}
