/** A file that can be copied; a test loads it. */
export const example = `# yaml-language-server: $schema=schema/advisory.json
id: own-engine-hang
title: Our build of Engine 24 hangs on hosts with one CPU
severity: high
confidence: medium
checked: '2026-11-22'
symptom: Containers do not start any more.
remedy: Upgrade to 24.0.7.
references:
  - https://example.com/incidents/17
exposed:
  all:
    - engine:
        - { first_affected: '24.0.2', first_fixed: '24.0.7' }
    - cpus: { at_most: 1 }
vectors:
  - { facts: { engine_version: '24.0.1', cpus: 1 }, verdict: clear }
  - { facts: { engine_version: '24.0.2', cpus: 1 }, verdict: exposed }
  - { facts: { engine_version: '24.0.7', cpus: 1 }, verdict: clear }
  - { facts: { engine_version: '24.0.2', cpus: 2 }, verdict: clear }
  - { facts: { engine_version: '24.0.2' }, verdict: unknown, note: the number of CPUs is missing }
`;

/** How to add an advisory, to the exporter or beside it. */
export const howTo: readonly string[] = [
  '## How to add one',
  `An advisory is one file, \`advisories/<id>.yaml\`. Its first line names the schema, \`advisories/schema/advisory.json\`,
by which many editors check and complete the keys.`,
  `\`\`\`yaml\n${example}\`\`\``,
  `1. Write down only what a source says, and name the source. What no source says is \`unknown\`: a guessed version makes
   a host look safe that is not.
2. Versions stand in quotes: YAML takes 1.10 for the number 1.1.
3. Vectors are hosts with the verdict that each has to get: just inside and just outside of every bound, and one with a
   fact missing or malformed.
4. \`npm run build\` checks all files and runs all vectors. It names everything that is wrong, with file, line and column.
5. \`npm run docs\` writes this page anew.`,
  `What is not to be encoded goes to \`advisories/not-encoded.yaml\`, with the reason. Ends of life are in
\`advisories/end-of-life/\`, a file for each component.`,
  `For advisories of your own no build is needed: put such files into a directory and start the exporter with
\`--advisories.dir=<directory>\`. They are checked in the same way at start, and come on top of those of this page; an
id of this page is taken. A file \`end-of-life/<component>.yaml\` takes the place of the whole table of that component.`,
];
