import type { DataFrame, GrafanaTheme2, TimeRange } from '@grafana/data';
import type { ShownDocument } from '../document.ts';
import { heightOf } from './layout.ts';
import { Panel, Row } from './panel.tsx';

interface PageProps {
  readonly shown: ShownDocument;
  readonly data: ReadonlyMap<number, DataFrame[]>;
  readonly theme: GrafanaTheme2;
  readonly timeRange: TimeRange;
  readonly width: number;
}

const Label = ({ file, version }: ShownDocument) => (
  <div className="label">
    <strong>Preview drawn with @grafana/ui {version}, not Grafana</strong>
    <span>
      {file} as it is committed, answered by a Prometheus that scrapes made-up hosts. Left out: annotations, links,
      tooltips, controls.
    </span>
  </div>
);

const Head = ({ title, description, choices }: ShownDocument) => (
  <header>
    <h1>{title}</h1>
    <p>{description}</p>
    <p>
      {choices.map(([name, value]) => (
        <span key={name} className="choice">
          {name}: <b>{value}</b>
        </span>
      ))}
    </p>
  </header>
);

export function Page({ shown, data, theme, timeRange, width }: PageProps) {
  return (
    <>
      <Label {...shown} />
      <Head {...shown} />
      <main style={{ width, height: heightOf(shown.panels, width) }}>
        {shown.panels.map((panel) =>
          panel.type === 'row' ? (
            <Row key={panel.id} panel={panel} pageWidth={width} />
          ) : (
            <Panel
              key={panel.id}
              panel={panel}
              data={data.get(panel.id) ?? []}
              theme={theme}
              timeRange={timeRange}
              pageWidth={width}
            />
          ),
        )}
      </main>
    </>
  );
}
