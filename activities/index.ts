/** Every activity, on one screen. */
import { createAskContacts } from './ask-contacts.ts';
import { createCompileReport } from './compile-report.ts';
import { createDeliver } from './deliver.ts';
import type { Deps } from './deps.ts';
import { createListCalls } from './list-calls.ts';
import { createLookAtRound } from './look-at-round.ts';
import { createLookAtYear } from './look-at-year.ts';
import { createOpenRound } from './open-round.ts';
import { createPlanSteps } from './plan-steps.ts';
import { createStartWorkflows } from './start-workflows.ts';
import { createTellBureau } from './tell-bureau.ts';
import { createTellContacts } from './tell-contacts.ts';
import { createTellGroup } from './tell-group.ts';
import { createWriteGroupText } from './write-group-text.ts';
import { createWriteMorning } from './write-morning.ts';

export const createActivities = (deps: Deps) => ({
  ...createLookAtYear(deps),
  ...createOpenRound(deps),
  ...createStartWorkflows(deps),
  ...createLookAtRound(deps),
  ...createListCalls(deps),
  ...createWriteMorning(deps),
  ...createWriteGroupText(deps),
  ...createCompileReport(deps),
  ...createTellBureau(deps),
  ...createTellGroup(deps),
  ...createAskContacts(deps),
  ...createTellContacts(deps),
  ...createPlanSteps(deps),
  ...createDeliver(deps),
});

export type Activities = ReturnType<typeof createActivities>;
