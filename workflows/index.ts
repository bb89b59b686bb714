export { obligation } from './obligation.ts';
export { reportingRound } from './reporting-round.ts';
export { reportingYear } from './reporting-year.ts';
