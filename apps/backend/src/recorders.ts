import { followDelivery, recordSealed } from './deliveries/recordDelivery.ts';
import { recordPerformers } from './cast/recordPerformers.ts';
import { followDraft, recordDraft } from './drafts/recordDraft.ts';
import { followPlan, recordPlan, recordVoice } from './dubs/recordPlan.ts';
import { tellingRuns } from './events/runEvents.ts';
import type { Listeners } from './queue/recorders.ts';
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
    renderMouths: recordTake,
    draftLine: recordDraft,
    inspect: recordFlags,
    seal: recordSealed,
  },
  followers: tellingRuns({
    analyse: followAnalysis,
    plan: followPlan,
    draft: followDraft,
    deliver: followDelivery,
  }),
  mayStart,
};
