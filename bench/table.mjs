// The figures as a Markdown table, ratios to Hugo and the targets beside them.

const labels = {
  version: '`--version`',
  cold: 'cold',
  young: 'nothing changed, first build after a cold one on fresh files',
  warm: 'nothing changed',
  edit: 'one body edited',
  add: 'one article added',
  template: 'a template edited',
  restore: 'output removed, cache kept',
  pictures: 'cold',
  'pictures-kept': 'output removed, cache kept',
};

/** What has to hold, as ratios to Hugo unless a key says otherwise. */
const targets = {
  '0 version': { wallToNode: 1.5 },
  '1 cold': { seconds: 0.35 },
  '1000 cold': { wall: 1.2, cpu: 1 },
  '10000 cold': { wall: 0.5, cpu: 0.5, peak: 0.35 },
  '10000 warm': { wall: 0.05 },
  '10000 edit': { wall: 0.08 },
  '10000 add': { wall: 0.1 },
  '10000 template': { wall: 0.3 },
  '100 pictures pictures': { wallToEleventy: 0.7 },
  '100 pictures pictures-kept': { seconds: 1 },
};
const mostChanged = 15;
const growth = 5.5;

export function toTable({ machine, results, notes, median }) {
  const middle = (result, key) => median(result.runs.map((run) => run[key]));
  const spread = (result, key, digits) => {
    const values = result.runs.map((run) => run[key]);
    const range =
      values.length > 1
        ? ` (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`
        : '';
    return `${median(values).toFixed(digits)}${range}`;
  };
  const find = (size, what, name) =>
    results.find((result) => result.size === size && result.what === what && result.name === name);
  const lines = [
    Object.entries(machine)
      .map(([key, value]) => `${key}: ${value}`)
      .join('; '),
    '',
    '| articles | case | tool | wall, s | CPU, s | peak, MiB | to Hugo: wall, CPU, memory | target | held |',
    '| ---: | --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  for (const result of results) {
    const { size, what, name } = result;
    const rival = find(size, what, 'hugo');
    const ratio = (key, other = rival) => (other ? middle(result, key) / middle(other, key) : Number.NaN);
    const target = name === 'broadsheet' ? targets[`${size} ${what}`] : undefined;
    const checks = Object.entries(target ?? {}).map(([key, limit]) => {
      if (key === 'seconds') return { text: `${limit} s`, held: middle(result, 'wall') <= limit };
      if (key === 'wallToNode')
        return {
          text: `wall ${limit} of \`node -e 0\``,
          held: ratio('wall', find(size, what, 'node')) <= limit,
        };
      if (key === 'wallToEleventy')
        return {
          text: `wall ${limit} of Eleventy`,
          held: find(size, what, 'eleventy-image')
            ? ratio('wall', find(size, what, 'eleventy-image')) <= limit
            : undefined,
        };
      return {
        text: `${key === 'cpu' ? 'CPU' : key === 'peak' ? 'memory' : key} ${limit}`,
        held: rival ? ratio(key) <= limit : undefined,
      };
    });
    const held = checks
      .map((check) => (check.held === undefined ? '?' : check.held ? 'yes' : '**no**'))
      .join(', ');
    const ratios =
      name === 'hugo' || !rival ? '' : ['wall', 'cpu', 'peak'].map((key) => ratio(key).toFixed(2)).join(', ');
    lines.push(
      `| ${size} | ${labels[what]} | ${name} | ${spread(result, 'wall', 2)} | ${spread(result, 'cpu', 2)} | ${spread(result, 'peak', 0)} | ${ratios} | ${checks.map((check) => check.text).join(', ')} | ${held} |`,
    );
  }
  const list = (by) =>
    Object.entries(by)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ');
  for (const note of notes) {
    if (!note.added) continue;
    const verdict =
      note.name === 'broadsheet'
        ? `; at most ${mostChanged}: ${note.added.total <= mostChanged ? 'yes' : '**no**'}`
        : '';
    lines.push(
      '',
      `One article added to ${note.size}, ${note.name}: ${note.added.total} other files changed (${list(note.added.by)})${verdict}.`,
    );
  }
  const [small, large] = [10_000, 50_000].map((size) => find(size, 'cold', 'broadsheet'));
  if (small && large) {
    const times = middle(large, 'wall') / middle(small, 'wall');
    lines.push(
      '',
      `From 10,000 to 50,000 articles, cold: ${times.toFixed(2)} times the wall time; at most ${growth}: ${times <= growth ? 'yes' : '**no**'}.`,
    );
  }
  const counted = results.filter((result) => result.runs.at(-1).counts);
  if (counted.length > 0) {
    lines.push(
      '',
      '| articles | case | tool | parsed | rendered | resized | written | unchanged | removed |',
      '| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    );
    for (const { size, what, name, runs } of counted) {
      const { parsed, rendered, resized, written, unchanged, removed } = runs.at(-1).counts;
      lines.push(
        `| ${size} | ${labels[what]} | ${name} | ${[parsed, rendered, resized, written, unchanged, removed].join(' | ')} |`,
      );
    }
  }
  for (const note of notes) if (note.pictures) lines.push('', `Pictures: ${note.pictures}.`);
  for (const note of notes)
    if (note.compared) lines.push('', `What is unequal at ${note.size}:`, '', ...note.compared);
  return lines.join('\n');
}
