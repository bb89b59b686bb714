/** Every activity, on one screen. */
import type { Deps } from './deps.ts';
import { createPlanSteps } from './obligation/plan-steps.ts';
import { createSendOut } from './outgoing/send-out.ts';
import { createAskContacts } from './round/ask-contacts.ts';
import { createCompileReport } from './round/compile-report.ts';
import { createListCalls } from './round/list-calls.ts';
import { createLookAtRound } from './round/look-at-round.ts';
import { createLookAtYear } from './round/look-at-year.ts';
import { createOpenRound } from './round/open-round.ts';
import { createStartWorkflows } from './round/start-workflows.ts';
import { createWriteGroupText } from './round/write-group-text.ts';
import { createWriteMorning } from './round/write-morning.ts';

export const createActivities = (deps: Deps) => ({
  ...createLookAtYear(deps),
  ...createOpenRound(deps),
  ...createStartWorkflows(deps),
  ...createLookAtRound(deps),
  ...createListCalls(deps),
  ...createWriteMorning(deps),
  ...createWriteGroupText(deps),
  ...createCompileReport(deps),
  ...createAskContacts(deps),
  ...createPlanSteps(deps),
  // deliver, tellBureau, tellGroup, tellContacts
  ...createSendOut(deps),
});

export type Activities = ReturnType<typeof createActivities>;
