/** Adds two counts of tests. */
export function addUp(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed }
}

/**
 * Counts one vitest run. What is not counted by the report (a file that could not be read, a set-up that
 * threw, a test that was left out, a crash) still counts as failed: a run is never better than its exit code.
 *
 * @param {null | { numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report
 *   vitest's JSON report; null: there is none
 * @param {number} exitCode vitest's
 */
export function countTests(report, exitCode) {
  if (report === null) return { passed: 0, failed: 1 }
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}

/** The last line of a test run. */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}
