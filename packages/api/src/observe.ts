/** What was asked since the start, for Prometheus: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export interface Observer {
  note(method: string, route: string, status: number, seconds: number): void;
  text(gauges: readonly Gauge[]): string;
}

export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly values: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

const bounds = [0.005, 0.025, 0.1, 0.5, 2.5, 10];

interface Series {
  readonly labels: Readonly<Record<string, string>>;
  /** How many took no longer than each bound. */
  readonly buckets: number[];
  count: number;
  seconds: number;
}

export function createObserver(): Observer {
  const series = new Map<string, Series>();
  return {
    note(method, route, status, seconds) {
      const key = `${method} ${route} ${status}`;
      const known = series.get(key) ?? {
        labels: { method, route, status: String(status) },
        buckets: bounds.map(() => 0),
        count: 0,
        seconds: 0,
      };
      series.set(key, known);
      known.count += 1;
      known.seconds += seconds;
      for (const [index, bound] of bounds.entries())
        if (seconds <= bound) known.buckets[index] = (known.buckets[index] ?? 0) + 1;
    },
    text(gauges) {
      const name = 'cartograph_http_request_duration_seconds';
      const lines = [...series.values()].flatMap(one => histogram(name, one));
      return [
        ...header(name, 'How long requests took.', 'histogram'),
        ...lines,
        ...gauges.flatMap(gaugeLines),
        '',
      ].join('\n');
    },
  };
}

const histogram = (name: string, { labels, buckets, count, seconds }: Series): string[] => [
  ...bounds.map((bound, index) => line(`${name}_bucket`, { ...labels, le: String(bound) }, buckets[index] ?? 0)),
  line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
  line(`${name}_sum`, labels, seconds),
  line(`${name}_count`, labels, count),
];

const gaugeLines = ({ name, help, values }: Gauge): string[] => [
  ...header(name, help, 'gauge'),
  ...values.map(({ labels, value }) => line(name, labels, value)),
];

const header = (name: string, help: string, type: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];

function line(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const shown = Object.entries(labels).map(
    ([label, text]) =>
      `${label}="${text.replace(/[\\"\n]/g, character => (character === '\n' ? '\\n' : `\\${character}`))}"`,
  );
  return `${name}${shown.length > 0 ? `{${shown.join(',')}}` : ''} ${value}`;
}
