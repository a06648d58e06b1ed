/** Something in a dashboard that is not as it should be. */
export interface Finding {
  readonly check: string;
  /** Of the file. */
  readonly path: string;
  readonly uid: string;
  /** The title of the panel; empty for what is of no panel. */
  readonly panel: string;
  readonly wrong: string;
  readonly expected: string;
}

/** One finding as a line: where, which check, what is wrong, what was expected. */
export const findingText = ({ path, check, panel, wrong, expected }: Finding): string =>
  `${path}: ${check}: ${panel === '' ? '' : `${panel}: `}${wrong}; expected ${expected}`;
