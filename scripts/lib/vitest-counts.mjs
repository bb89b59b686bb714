/**
 * Counts the tests of vitest's JSON report. A file that could not be loaded counts as one failed test,
 * and so does an error outside of any test: a red run never ends with "0 failed".
 * @param {any} report undefined when vitest wrote none
 * @param {number} exitCode
 * @returns {{ passed: number, failed: number }}
 */
export function countsOf(report, exitCode) {
  const brokenFiles = (report?.testResults ?? []).filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const passed = report?.numPassedTests ?? 0;
  const failed = (report?.numFailedTests ?? 0) + brokenFiles;
  return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1) };
}
