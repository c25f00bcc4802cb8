import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Prints what the benches say, and why one could not be run. */
export default class Figures implements Reporter {
  onStdOut(text: string | Buffer): void {
    process.stdout.write(text);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    for (const { message } of result.errors) process.stderr.write(`${test.title}: ${message}\n`);
  }

  onEnd({ status }: FullResult): void {
    if (status !== 'passed') process.exitCode = 1;
  }
}
