/** The shipped plan.yaml, what is found wrong with another one, and where in it something stands. */
import { type FolderProblem, reportInto } from '../../gateways/plan-folder/folder-problem.ts';
import { readPlanYaml } from '../../gateways/plan-folder/plan-yaml.ts';
import { shippedFile } from '../gateways/plan-folder/altered-folder.ts';

export const PLAN_YAML = await shippedFile('plan.yaml');

export function readSettings(text: string) {
  const problems: FolderProblem[] = [];
  const settings = readPlanYaml(text, reportInto(problems, 'plan.yaml'));
  return { settings, problems };
}

export const lineOf = (part: string): number =>
  PLAN_YAML.slice(0, PLAN_YAML.indexOf(part)).split('\n').length;
