// Holds every card that the tests left in target/teams-gallery against the types that Microsoft publishes for Adaptive Cards in Teams
// (the package @microsoft/teams.cards), by TypeScript's own compiler: it refuses properties and values that are not theirs, at any depth.
// A JSON schema of 1.5 is in no package of npm or Maven.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const { PEERS_WORK: work, PEERS_GALLERY: gallery } = process.env;
const ts = createRequire(join(work, 'node_modules', 'x.js'))('typescript');

const cards = Object.fromEntries(
  readdirSync(gallery)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(gallery, file), 'utf8'))]),
);
if (Object.keys(cards).length < 30) throw new Error(`only ${Object.keys(cards).length} files in ${gallery}: run mvn verify first`);

// Microsoft's documentation of Teams writes "Full", its types "full"; Teams takes both.
for (const card of Object.values(cards)) if (card.msteams?.width === 'Full') card.msteams.width = 'full';

// What must be refused, deep inside a card; else the check finds nothing in the others either.
const run = (more) => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'x', ...more }] }] });
const refused = { 'an unknown property': run({ shiny: true }), 'an unknown value': run({ color: 'pink' }), 'another kind': run({ text: 1 }) };

function sources(named, prefix) {
  return Object.entries(named).map(([name, card], i) => [
    join(work, `${prefix}-${i}.ts`),
    { name, text: `import type { IAdaptiveCard } from '@microsoft/teams.cards';\nexport const card: IAdaptiveCard = ${JSON.stringify(card, null, 1)};\n` },
  ]);
}

const files = new Map([...sources(cards, 'card'), ...sources(refused, 'refused')]);
const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};
const host = ts.createCompilerHost(options);
const { fileExists, readFile, getSourceFile } = host;
host.fileExists = (path) => files.has(path) || fileExists(path);
host.readFile = (path) => files.get(path)?.text ?? readFile(path);
host.getSourceFile = (path, version) =>
  files.has(path) ? ts.createSourceFile(path, files.get(path).text, version) : getSourceFile(path, version);

const wrong = new Map();
for (const found of ts.getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host))) {
  const name = files.get(found.file?.fileName)?.name ?? found.file?.fileName ?? 'TypeScript';
  const line = found.file ? found.file.text.slice(found.start, found.start + 60).split('\n')[0] : '';
  wrong.set(name, `${name}: ${line}: ${ts.flattenDiagnosticMessageText(found.messageText, ' ').slice(0, 300)}`);
}
for (const name of Object.keys(refused)) if (!wrong.delete(name)) throw new Error(`a card with ${name} is not refused`);
for (const words of wrong.values()) console.error(words);
if (wrong.size) throw new Error(`${wrong.size} of ${Object.keys(cards).length} cards are not as Microsoft's types say`);
console.log(`teams cards: ${Object.keys(cards).length} are as Microsoft's types say`);
