import {
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  getDisplayValueAlignmentFactors,
  getFieldDisplayValues,
  VizOrientation,
} from '@grafana/data';
import { BigValue, VizRepeater, type VizRepeaterRenderValueProps } from '@grafana/ui';
import type { KindProps } from '../kinds.tsx';
import { asItIs, timeZone } from '../prepare.ts';

export function StatPanel({ panel, fieldConfig, data, theme, width, height }: KindProps) {
  const { reduceOptions, colorMode, graphMode, justifyMode, textMode, wideLayout } = panel.options;
  const values = (): FieldDisplay[] =>
    getFieldDisplayValues({ fieldConfig, reduceOptions, replaceVariables: asItIs, theme, data, timeZone });
  const one = (props: VizRepeaterRenderValueProps<FieldDisplay, DisplayValueAlignmentFactors>) => (
    <BigValue
      value={props.value.display}
      count={props.count}
      width={props.width}
      height={props.height}
      alignmentFactors={props.alignmentFactors}
      theme={theme}
      colorMode={colorMode}
      graphMode={graphMode}
      justifyMode={justifyMode}
      textMode={textMode}
      disableWideLayout={!wideLayout}
    />
  );
  return (
    <VizRepeater
      getValues={values}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={one}
      source={data}
      renderCounter={0}
      orientation={VizOrientation.Auto}
      itemSpacing={3}
      autoGrid
      width={width}
      height={height}
    />
  );
}
