const tables = `
table { width: 100%; border-collapse: collapse }
table + table { margin-top: 1.25rem }
caption { padding-bottom: 0.25rem; text-align: left; font-weight: 600; font-size: 0.875rem }
th, td { padding: 0.375rem 0.75rem 0.375rem 0; vertical-align: top; text-align: left; font-weight: 400 }
th:last-child, td:last-child { padding-right: 0 }
th.number, td.number { text-align: right; white-space: nowrap }
thead th { color: var(--muted); font-size: 0.8125rem; border-bottom: 1px solid var(--line); white-space: nowrap }
tbody tr + tr th, tbody tr + tr td { border-top: 1px solid var(--line) }
tbody th { min-width: 7rem }
td bdi, th bdi, .detail, .wide td, .wide th, #unseen td { overflow-wrap: anywhere }
td .meter { min-width: 8rem }
.places li + li, .sources li + li { margin-top: 0.125rem }
.sources { font-size: 0.8125rem }
.wide { table-layout: fixed }
.wide thead th:nth-child(1), .wide thead th:nth-child(3) { width: 22% }
.wide thead th:nth-child(2) { width: 5.5rem }
.wide thead th:nth-child(5) { width: 20% }
.note { margin-top: 0.5rem }
h2 + .note { margin-top: 0 }
`;

/** Each row a card, each value beside its label. */
const cards = (of: string): string => `
${of}, ${of} caption, ${of} tbody, ${of} tr, ${of} th, ${of} td { display: flow-root; width: auto }
${of} thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
${of} tbody tr { padding: 0.5rem 0; border-top: 1px solid var(--line) }
${of} tbody th { padding: 0.0625rem 0; border: 0 }
${of} tbody td, ${of} tbody tr + tr td { padding: 0.0625rem 0 0.0625rem 7rem; border: 0; text-align: left }
${of} td::before { content: attr(data-label); float: left; width: 6.75rem; margin-left: -7rem; color: var(--muted) }
`;

/** Text twice as large on a phone: the label goes above its value. */
const narrowest = `
table tbody td, table tbody tr + tr td, .wide tbody td, .wide tbody tr + tr td { padding-left: 0 }
table td::before, .wide td::before { float: none; display: block; width: auto; margin-left: 0; font-size: 0.8125rem }
td .meter, tbody th { min-width: 0 }
`;

/** Tables, and what becomes of them where they are narrow. */
export const tableStyle = `${tables}
@container (max-width: 30rem) {${cards('table')}}
@container (max-width: 46rem) {${cards('.wide')}}
@container (max-width: 18rem) {${narrowest}}
`;
