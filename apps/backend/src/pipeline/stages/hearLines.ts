import { Refusal, type Line } from '@mondwerk/film';
import { chooseSpeechModel, HOW_TO_ADD, type InstalledModel } from '../../models/speechModels.ts';
import { hearInThread, type HearTask, type HeardWords, type LineSound } from '../hearInThread.ts';
import type { HeardLines } from '../heardLines.ts';
import { makeOnce, type Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';

/** A sound in which lines are heard, and whose voice it is where it is one character's. */
export interface LinesOf {
  readonly sound: LineSound;
  /** The name by which people know it. */
  readonly name: string;
  readonly sha256: string;
  readonly character: string | null;
}

/** How lines are heard. */
export interface HearingWish {
  /** BCP 47; recognised when not given. */
  readonly language: string | undefined;
  /** Whether their words are wanted; else only where somebody speaks. */
  readonly words: boolean;
}

/**
 * The model that understands words here. @throws Refusal `no-speech-model` that says how to add one, and those of a
 * model that the settings name.
 */
export async function requireSpeechModel({ speechModels }: Run, names: string): Promise<InstalledModel> {
  const model = speechModels === undefined ? null : await chooseSpeechModel(speechModels);
  if (model !== null) return model;
  throw new Refusal(
    'no-speech-model',
    `Nothing here can write down what ${names} says, because no speech model is installed: ${HOW_TO_ADD}. Or give a ` +
      'script, or start from an acoustic draft: lines without words, from the sound alone.',
  );
}

/**
 * Hears lines in sounds, each by itself, with the names of their characters.
 * @throws Refusal `no-speech-model`, `no-speech` where nobody speaks, `nothing-understood`, and those of the model.
 */
export async function hearLinesOnce(
  run: Run,
  sounds: readonly LinesOf[],
  { language, words }: HearingWish,
): Promise<Artifact<HeardLines>> {
  const names = sounds.map(({ name }) => name).join(', ');
  const model = words ? await requireSpeechModel(run, names) : null;
  const inputs = {
    sounds: sounds.map(({ sha256, character }) => ({ sha256, character })),
    language: language ?? null,
    model: model?.sha256 ?? null,
  };
  return makeOnce(
    run,
    { stage: 'hearLines', inputs, rooms: ['film', 'media', 'speech'] },
    { unit: 'seconds', total: null },
    async (meter) => {
      const heard = await hearEach(run, sounds, { model, language }, meter.reach.bind(meter));
      const lines = inOrder(heard, sounds);
      if (lines.length === 0) throw nothingHeard(names, model);
      return {
        origin: model === null ? 'draft' : 'transcribed',
        model: model && { name: model.name, sha256: model.sha256 },
        language: language ?? mostSpoken(heard),
        lines,
      };
    },
  );
}

async function hearEach(
  { signal, workers }: Run,
  sounds: readonly LinesOf[],
  how: Pick<HearTask, 'model' | 'language'>,
  reach: (done: number, total?: number) => void,
): Promise<HeardWords[]> {
  const heard: HeardWords[] = [];
  let before = 0;
  for (const { sound } of sounds) {
    let length = 0;
    const task = { ...how, sound, threads: workers };
    const words = await hearInThread(signal, task, (done, total) => {
      length = total;
      // How much the other files hold nobody knows yet.
      if (sounds.length === 1) reach(done, total);
      else reach(before + done);
    });
    before += length;
    heard.push(words);
  }
  return heard;
}

function inOrder(heard: readonly HeardWords[], sounds: readonly LinesOf[]): Line[] {
  return heard
    .flatMap(({ lines }, at) => {
      const { character } = sounds[at];
      return lines.map((line) => (character === null ? line : { ...line, character }));
    })
    .sort((a, b) => a.span!.start - b.span!.start)
    .map((line, index) => ({ ...line, index }));
}

function mostSpoken(heard: readonly HeardWords[]): string | null {
  const lines = Map.groupBy(heard, ({ language }) => language);
  const counts = [...lines].map(([language, all]) => ({
    language,
    count: all.reduce((sum, { lines: own }) => sum + own.length, 0),
  }));
  return counts.sort((a, b) => b.count - a.count)[0]?.language ?? null;
}

const nothingHeard = (names: string, model: InstalledModel | null): Refusal =>
  model === null
    ? new Refusal('no-speech', `Nobody speaks in ${names}: check that it is the voice, or give a script.`)
    : new Refusal(
        'nothing-understood',
        `Nothing was understood in ${names} with the speech model ${model.name}: try a larger one, give a script, or ` +
          'start from an acoustic draft: lines without words, from the sound alone.',
      );
