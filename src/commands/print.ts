/** Writes to stdout. Whoever stops reading has seen enough: that is no error of ours. */
export function print(text: string): Promise<void> {
  process.stdout.on('error', () => {});
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

/** Says on stderr what takes so long, where somebody waits for it. */
export function tellAtTerminal(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
}
