import { textsIn } from '../model/json.ts';
import type { Check } from './check.ts';

/** Only the dialogue for imports fills these in; provisioning leaves them as they are. */
const ofDialogue = ['__inputs', '__requires', '__elements'];
/** Grafana gives them: a number of one installation is another dashboard's elsewhere. */
const ofInstallation = ['id', 'version'];

/** The file is the same by either way into Grafana: nothing in it waits for a dialogue or is of one installation. */
export const importable: Check = {
  name: 'importable',
  dashboard: ({ dashboard: { json } }) => {
    const keys = [...ofDialogue, ...ofInstallation].filter((key) => (json[key] ?? null) !== null);
    const placeholders = new Set(textsIn(json).flatMap(({ text }) => text.match(/\$\{DS_\w*\}?|\$DS_\w*/g) ?? []));
    return [
      ...keys.map((key) => ({ wrong: `the key ${key}`, expected: 'a dashboard without it' })),
      ...[...placeholders].map((each) => ({
        wrong: `the placeholder ${each}`,
        expected: 'the variable of the data source',
      })),
    ];
  },
};
