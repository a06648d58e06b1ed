import { objectsOf, textOf } from '../model/json.ts';
import type { Check } from './check.ts';
import { fieldSettings } from './field-config.ts';

/** The instance of the line that is clicked. */
const ofLine = /[?&]var-instance=\$\{__field\.labels\.instance(?::\w+)?\}/;

/** A line that has the name of a host leads to its dashboard: to read the name and choose it there is no way. */
export const instanceLinks: Check = {
  name: 'instance-link',
  panel: ({ panel }) => {
    const isOfHosts = objectsOf(panel.json['targets']).some(({ legendFormat }) =>
      /\{\{\s*instance\s*\}\}/.test(textOf(legendFormat)),
    );
    const urls = fieldSettings(panel, 'links').flatMap(({ value }) => objectsOf(value).map(({ url }) => textOf(url)));
    return isOfHosts && !urls.some((url) => ofLine.test(url))
      ? [
          {
            wrong: 'lines that are hosts, and no way to them',
            expected: 'a data link with var-instance=$' + '{__field.labels.instance}',
          },
        ]
      : [];
  },
};
