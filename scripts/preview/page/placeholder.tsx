import { type DataFrame, type Field, FieldType, formattedValueToString, getFieldDisplayName } from '@grafana/data';
import type { Kind, KindProps } from './kinds.tsx';
import { NoData } from './no-data.tsx';

/** More than this many steps ago is not now: the series has ended. */
const stepsOfNow = 2;

function isNow(frame: DataFrame, { timeRange }: KindProps): boolean {
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  const { interval } = time?.config ?? {};
  return interval == null || timeRange.to.valueOf() - time?.values.at(-1) <= stepsOfNow * interval;
}

function textOf(field: Field): string {
  const last = field.values.at(-1);
  return field.display === undefined ? String(last) : formattedValueToString(field.display(last));
}

/** The name of each series and the text of its value now. */
const valuesNow = (props: KindProps): readonly (readonly [name: string, text: string])[] =>
  props.data.flatMap((frame) =>
    frame.fields
      .filter(({ type }) => type !== FieldType.time)
      .map((field) => {
        const text = isNow(frame, props) ? textOf(field) : 'no value';
        return [getFieldDisplayName(field, frame, props.data), text] as const;
      }),
  );

/** For a kind that the packages of Grafana cannot draw: no drawing, but its values in words. */
export const Placeholder: Kind = (props) => (
  <div className="placeholder">
    <p>
      Not drawn: Grafana’s packages lack what <b>{props.panel.type}</b> needs. Now:
    </p>
    {props.data.length === 0 ? (
      <NoData fieldConfig={props.fieldConfig} />
    ) : (
      <div className="values">
        {valuesNow(props).map(([name, text]) => (
          <div key={name}>
            <span>{name}</span> <b>{text}</b>
          </div>
        ))}
      </div>
    )}
  </div>
);
