/** What could steer a terminal and JSON leaves as it is: delete, C1 controls, marks that turn the direction of writing. */
const unprintable = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const escaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** A value as JSON on lines of its own, with a newline at its end, that can do nothing to a terminal. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2).replace(unprintable, escaped)}\n`;
