import type { FieldConfigSource } from '@grafana/data';

/** What the panel says when its queries found nothing. */
export const NoData = ({ fieldConfig }: { readonly fieldConfig: FieldConfigSource }) => (
  <div className="no-data">{fieldConfig.defaults.noValue ?? 'No data'}</div>
);
