// vulndb FROM TO makes of a folder of reports (OSV) the database that govulncheck reads: go.dev/doc/security/vuln/database. It tells how many there are.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [from, to] = process.argv.slice(2);
for (const part of ['index', 'ID']) mkdirSync(join(to, part), { recursive: true });
const vulns = [], modules = new Map();
for (const name of readdirSync(from).filter(n => n.endsWith('.json')).sort()) {
  const { id, modified, aliases, affected = [] } = JSON.parse(readFileSync(join(from, name), 'utf8'));
  copyFileSync(join(from, name), join(to, 'ID', name));
  vulns.push({ id, modified, aliases });
  for (const path of new Set(affected.map(a => a.package.name))) modules.set(path, [...modules.get(path) ?? [], { id, modified }]);
}
if (vulns.length < 1000) throw new Error(`${vulns.length} reports in ${from}`);
const modified = vulns.map(v => v.modified).sort().at(-1);
const write = (name, value) => writeFileSync(join(to, 'index', name), JSON.stringify(value));
write('db.json', { modified });
write('vulns.json', vulns);
write('modules.json', [...modules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, vulns]) => ({ path, vulns })));
console.log(`${vulns.length} reports`);
