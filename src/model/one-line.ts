/** What JSON leaves as it is and a terminal or a log reader would still act on. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/** Text in double quotes on one line, control characters escaped. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(unprintable, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
