import { followDelivery, recordSealed } from './deliveries/recordDelivery.ts';
import { recordPerformers } from './cast/recordPerformers.ts';
import { followDraft, recordDraft } from './drafts/recordDraft.ts';
import { recordDonors, recordFacePlan, recordLearnt } from './dubs/recordFacePlan.ts';
import { followPlan, recordPlan, recordVoice } from './dubs/recordPlan.ts';
import { tellingRuns } from './events/runEvents.ts';
import type { Listeners } from './queue/recorders.ts';
import { recordFaceFlags } from './reviews/recordFaceFlags.ts';
import { recordFlags } from './reviews/recordFlags.ts';
import { recordTake } from './reviews/recordTake.ts';
import { mayStart } from './runs/mayStart.ts';
import { recordHeard } from './transcriptions/recordHeard.ts';
import { followAnalysis, recordFacts, recordProxy, recordShots } from './titles/recordSource.ts';

/** What the nouns keep of what the pipeline finds and makes, each in its own room. */
export const listeners: Listeners = {
  recorders: {
    probe: recordFacts,
    makeProxy: recordProxy,
    cutShots: recordShots,
    findPerformers: recordPerformers,
    hearLines: recordHeard,
    makeVoice: recordVoice,
    planLines: recordPlan,
    trackDonors: recordDonors,
    learnFaces: recordLearnt,
    planFaces: recordFacePlan,
    renderMouths: recordTake,
    draftLine: recordDraft,
    inspect: recordFlags,
    renderFaces: recordTake,
    inspectFaces: recordFaceFlags,
    seal: recordSealed,
  },
  followers: tellingRuns({
    analyse: followAnalysis,
    plan: followPlan,
    match: followPlan,
    draft: followDraft,
    deliver: followDelivery,
  }),
  mayStart,
};
