// Holds the shipped manifests of the Teams app against Microsoft's published schemas, as its package has them.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { PEERS_WORK: work } = process.env;
const need = createRequire(join(work, 'node_modules', 'x.js'));
const schemas = join(work, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams');
let failed = 0;
let passed = 0;
for (const file of ['manifest.json', 'manifest-slash.json']) {
  const manifest = JSON.parse(readFileSync(join('manifest/teams', file), 'utf8'));
  const schema = JSON.parse(readFileSync(join(schemas, `v${manifest.manifestVersion}`, 'MicrosoftTeams.schema.json'), 'utf8'));
  const Ajv = need(schema.$schema?.includes('draft-04') ? 'ajv-draft-04' : 'ajv').default;
  const ajv = new Ajv({ strict: false, allErrors: true });
  need('ajv-formats').default(ajv);
  const wrong = structuredClone(manifest);
  wrong.bots[0].scopes = ['everywhere'];
  const check = ajv.compile(schema);
  if (check(wrong)) throw new Error(`the schema of ${manifest.manifestVersion} takes anything`);
  if (check(manifest)) {
    passed += 1;
    console.log(`  seen: ${file} is a manifest ${manifest.manifestVersion}`);
  } else {
    failed += 1;
    console.error(file, JSON.stringify(check.errors, null, 2));
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed;
