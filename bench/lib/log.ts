/** One line of progress, on standard error so that standard output stays free for the result. */
export const progress = (line: string): void => console.error(`bench: ${line}`);
