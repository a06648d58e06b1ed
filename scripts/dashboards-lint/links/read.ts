import { textsIn } from '../model/json.ts';

/** A link to a dashboard: `/d/UID/any-words?var-a=b&${c:queryparam}`. */
export interface DashboardLink {
  readonly uid: string;
  /** What stands after `?`, one by one. */
  readonly parameters: readonly string[];
}

/** As an address of its own, or in brackets of Markdown. A `?` within `${...}` does not come up. */
const link = /(?:^|[(\s"'])\/?d\/([\w${}-]+)(?:\/[^?)\s"']*)?(?:\?([^)\s]*))?/g;

/** The links to dashboards in some JSON: in addresses of links and in texts for people. */
export const readLinks = (json: unknown): readonly DashboardLink[] =>
  textsIn(json)
    .filter(({ keys }) => ['url', 'content', 'description'].includes(keys.at(-1) ?? ''))
    .flatMap(({ text }) =>
      [...text.matchAll(link)].map(([, uid = '', parameters = '']) => ({
        uid,
        parameters: parameters.split('&').filter((parameter) => parameter !== ''),
      })),
    );
