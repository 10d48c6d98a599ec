/**
 * The pipeline, as one sentence an act. A stage starts when all stages in `after` have ended for everything they work
 * through; `each` is what it works through one by one; `on` is what a worker must be able to do for it.
 */
export const SENTENCES = {
  /** What a source shows: its facts, pictures for people, who is in it. */
  analyse: {
    probe: { after: [], each: 'run', on: 'cpu' },
    makeProxy: { after: ['probe'], each: 'run', on: 'cpu' },
    cutShots: { after: ['probe'], each: 'run', on: 'cpu' },
    trackFaces: { after: ['cutShots'], each: 'shot', on: 'cpu' },
    findPerformers: { after: ['trackFaces'], each: 'run', on: 'cpu' },
  },
  /** Lines for who has no script: what a voice says, or where it speaks. */
  transcribe: {
    hearLines: { after: [], each: 'run', on: 'cpu' },
  },
  /** What a dub needs: which mouths, from which frames, before anyone pays for it. */
  plan: {
    alignSpeech: { after: [], each: 'run', on: 'cpu' },
    makeVoice: { after: ['alignSpeech'], each: 'run', on: 'cpu' },
    castPerformers: { after: ['alignSpeech'], each: 'run', on: 'cpu' },
    buildAtlas: { after: ['castPerformers'], each: 'run', on: 'cpu' },
    cueMouths: { after: ['buildAtlas'], each: 'run', on: 'cpu' },
    planLines: { after: ['cueMouths'], each: 'run', on: 'cpu' },
  },
  /** New takes of some shots of a planned dub. */
  render: {
    gatherSources: { after: [], each: 'run', on: 'cpu' },
    renderMouths: { after: ['gatherSources'], each: 'shot', on: 'cpu' },
    inspect: { after: ['renderMouths'], each: 'run', on: 'cpu' },
  },
  /** One line as it would look with other settings, small and at once, for whoever edits it. */
  draft: {
    draftLine: { after: [], each: 'run', on: 'cpu' },
  },
  /** What a replacement needs: from which of the shown performer's frames each face is taken, before anyone pays for it. */
  match: {
    trackDonors: { after: [], each: 'run', on: 'cpu' },
    learnFaces: { after: ['trackDonors'], each: 'run', on: 'cpu' },
    planFaces: { after: ['learnFaces'], each: 'run', on: 'cpu' },
  },
  /** New takes of some shots of a matched replacement. */
  replace: {
    gatherFaces: { after: [], each: 'run', on: 'cpu' },
    renderFaces: { after: ['gatherFaces'], each: 'shot', on: 'cpu' },
    inspectFaces: { after: ['renderFaces'], each: 'run', on: 'cpu' },
  },
  /** A package made from approved takes. */
  deliver: {
    conformVoice: { after: [], each: 'run', on: 'cpu' },
    conformFilm: { after: [], each: 'run', on: 'cpu' },
    seal: { after: ['conformVoice', 'conformFilm'], each: 'run', on: 'cpu' },
  },
} as const satisfies Sentences;

/** What a worker can do: a stage asks for one of them. */
export type Capability = 'cpu' | 'gpu';

/** One word of a sentence. */
export interface Stage {
  /** The stages of the same act that must have ended before. */
  readonly after: readonly string[];
  /** What it works through: the run as a whole, or shot by shot. */
  readonly each: 'run' | 'shot';
  readonly on: Capability;
}

type Sentences = Readonly<Record<string, Readonly<Record<string, Stage>>>>;

/** What a person asks the pipeline for. */
export type Act = keyof typeof SENTENCES;

/** The stages of an act. */
export type StageOf<A extends Act> = Extract<keyof (typeof SENTENCES)[A], string>;

/** Every stage of every act. */
export type StageName = { [A in Act]: StageOf<A> }[Act];
