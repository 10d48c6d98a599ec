import type { Job, Run } from '#lib/api/runs.ts';

/** The steps of each act, in the order in which they are taken. */
export const stagesOfAct: Readonly<Record<Run['act'], readonly Job['stage'][]>> = {
  analyse: ['probe', 'makeProxy', 'cutShots', 'trackFaces', 'findPerformers'],
  transcribe: ['hearLines'],
  plan: ['alignSpeech', 'makeVoice', 'castPerformers', 'buildAtlas', 'cueMouths', 'planLines'],
  render: ['gatherSources', 'renderMouths', 'inspect'],
  draft: ['draftLine'],
  match: ['trackDonors', 'learnFaces', 'planFaces'],
  replace: ['gatherFaces', 'renderFaces', 'inspectFaces'],
  deliver: ['conformVoice', 'conformFilm', 'seal'],
};
