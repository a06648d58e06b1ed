/** `$name`, `${name}`, `${name:format}`, `${__field.labels.name}` and `[[name]]`. */
const use = /\$\{([A-Za-z_]\w*)[^}]*\}|\$([A-Za-z_]\w*)|\[\[([A-Za-z_]\w*)(?::\w+)?\]\]/g;

/** The names of the variables that Grafana would replace in a text. */
export const variablesIn = (text: string): readonly string[] =>
  [...text.matchAll(use)].map(([, braced, bare, bracketed]) => braced ?? bare ?? bracketed ?? '');

/** A text with its variables replaced; undefined leaves one as it is. */
export const replaceVariables = (text: string, replacementOf: (name: string) => string | undefined): string =>
  text.replace(use, (whole, braced, bare, bracketed) => replacementOf(braced ?? bare ?? bracketed) ?? whole);

/** Whether a text is one variable and nothing else. */
export const isVariable = (text: string, name: string): boolean =>
  variablesIn(text).length === 1 && variablesIn(text)[0] === name && replaceVariables(text, () => '') === '';
