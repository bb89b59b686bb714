/** Output for people: answers go to standard output, remarks and progress to standard error. */
import { createInterface } from 'node:readline/promises';
import { Problem } from '../../../domain/problem.ts';

export const say = (text = ''): void => {
  process.stdout.write(`${text}\n`);
};

export const sayJson = (value: unknown): void => say(JSON.stringify(value, null, 2));

export const aside = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** @param yes skips the question @throws Problem `refused` when there is no terminal or the answer is not yes */
export async function confirm(question: string, yes: boolean | undefined): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) {
    throw new Problem('refused', `${question}\n没有人可以确认，什么也没有做；确认无误请加 --yes。`);
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(`${question} [y/N] `).finally(() => lines.close());
  if (!/^(y|yes|是|好)$/i.test(answer.trim())) {
    throw new Problem('refused', '没有确认，什么也没有做。');
  }
}

/** Prints the title once the work takes longer than a second, then … for every further second. */
export async function during<T>(title: string, work: Promise<T>): Promise<T> {
  let said = false;
  const timer = setInterval(() => {
    process.stderr.write(said ? '…' : `${title}…`);
    said = true;
  }, 1_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (said) process.stderr.write('\n');
  }
}
