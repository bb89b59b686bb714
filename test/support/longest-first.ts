/** The order of a whole run: what takes longest begins first, so that both workers are busy to the end. */
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { knownDurations } from '../../scripts/lib/quick/test-durations.mjs';

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const msOf = knownDurations();
    const took = ({ moduleId, project }: TestSpecification) =>
      msOf(path.relative(project.config.root, moduleId).split(path.sep).join('/'));
    return files.toSorted((a, b) => took(b) - took(a));
  }
}
