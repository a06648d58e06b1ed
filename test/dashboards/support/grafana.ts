/** The parts of Grafana's JSON model of a dashboard that say which queries there are and how they are shown. */

export type Labels = Readonly<Record<string, string>>;

export interface Target {
  readonly refId?: string;
  readonly expr?: string;
  readonly legendFormat?: string;
  readonly format?: string;
  readonly instant?: boolean;
  readonly range?: boolean;
  readonly interval?: string;
  readonly hide?: boolean;
}

export interface Transformation {
  readonly id: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface Panel {
  readonly id?: number;
  readonly title?: string;
  readonly type: string;
  readonly targets?: readonly Target[];
  /** Smallest step of the queries, as `1m`. */
  readonly interval?: string;
  /** Own range of time of the panel, as `24h`. */
  readonly timeFrom?: string | null;
  readonly transformations?: readonly Transformation[];
  /** Of a row that is collapsed. */
  readonly panels?: readonly Panel[];
}

export interface Variable {
  readonly name: string;
  readonly type: string;
  readonly query?: string | { readonly query?: string };
  readonly definition?: string;
  readonly multi?: boolean;
  readonly includeAll?: boolean;
  readonly allValue?: string | null;
  readonly current?: { readonly value?: string | readonly string[] };
}

export interface Annotation {
  readonly name: string;
  readonly expr?: string;
  readonly step?: string;
  readonly titleFormat?: string;
  readonly textFormat?: string;
  readonly tagKeys?: string;
  readonly builtIn?: number;
}

export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly time?: { readonly from?: string };
  readonly panels?: readonly Panel[];
  readonly templating?: { readonly list?: readonly Variable[] };
  readonly annotations?: { readonly list?: readonly Annotation[] };
}
