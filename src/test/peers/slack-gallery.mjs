// Draws what the tests left in target/slack-gallery with slack-blocks-to-jsx, which nobody here wrote: a picture of each
// message and form, and sheets of them. Fails on blocks that it draws as nothing.
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const { PEERS_WORK: work, PEERS_SHOTS: shots, PEERS_GALLERY: gallery } = process.env;
const need = createRequire(join(work, 'node_modules', 'x.js'));
const { chromium } = need('playwright-core');
const esbuild = need('esbuild');
const out = join(shots, 'slack');
const PER_SHEET = 6;

// Slack formats verbatim text too and leaves only its names alone; this renderer would show it as it is written.
function marked(key, value) {
  return key === 'verbatim' ? undefined : value;
}
const items = readdirSync(gallery)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => ({ name: basename(file, '.json'), json: JSON.parse(readFileSync(join(gallery, file), 'utf8'), marked) }));
if (items.length < 30) throw new Error(`only ${items.length} files in ${gallery}: run mvn verify first`);
mkdirSync(out, { recursive: true });

writeFileSync(
  join(work, 'gallery.jsx'),
  `import React from 'react';
import { createRoot } from 'react-dom/client';
import { Message } from 'slack-blocks-to-jsx';
import 'slack-blocks-to-jsx/dist/style.css';

const users = [{ id: 'U0ALICE', name: 'alice' }, { id: 'U0BOB', name: 'bob' }];
const Drawn = ({ blocks, bare }) => (
  <Message blocks={blocks} name="Arke" logo="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    time={new Date(2026, 0, 12, 10, 5)} theme="light" withoutWrapper={bare} data={{ users }} />
);
const Modal = ({ view }) => (
  <div className="modal">
    <header>{view.title.text}</header>
    <Drawn blocks={view.blocks} bare />
    <footer><span>{view.close?.text}</span><b>{view.submit?.text}</b></footer>
  </div>
);
createRoot(document.getElementById('root')).render(
  window.items.map(({ name, json }) => (
    <section id={name} key={name}>
      <h6>{name}</h6>
      {Array.isArray(json) ? <Drawn blocks={json} /> : json.type === 'home' ? <Drawn blocks={json.blocks} bare /> : <Modal view={json} />}
    </section>
  )),
);
`,
);
const built = await esbuild.build({
  entryPoints: [join(work, 'gallery.jsx')],
  bundle: true,
  write: false,
  outdir: work,
  jsx: 'transform',
  define: { 'process.env.NODE_ENV': '"production"' },
});
const text = (end) => built.outputFiles.find((file) => file.path.endsWith(end)).text;
const style = `body{margin:0;font-family:sans-serif;background:#fff}section{width:620px;padding:8px 12px;overflow:hidden}
  h6{margin:0 0 4px;color:#888;font:11px monospace}.modal{border:1px solid #bbb;border-radius:8px;padding:12px;width:500px}
  .modal header{font-weight:bold;font-size:18px;padding-bottom:8px}.modal footer{text-align:right;padding-top:12px}
  .modal footer *{border:1px solid #bbb;border-radius:4px;padding:4px 12px;margin-left:8px}`;
const page = (some) => `<!doctype html><meta charset=utf-8><style>${text('.css')}</style><style>${style}</style>
  <div id=root style="columns:1"></div><script>window.items=${JSON.stringify(some).replaceAll('<', '\\u003c')}</script>
  <script>${text('.js').replaceAll('</script', '<\\/script')}</script>`;

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
});
let empty = 0;
try {
  const tab = await browser.newPage({ viewport: { width: 660, height: 900 }, timezoneId: 'Europe/Paris', locale: 'en-GB' });
  tab.on('pageerror', (error) => console.error(String(error)));
  for (let from = 0; from < items.length; from += PER_SHEET) {
    const some = items.slice(from, from + PER_SHEET);
    await tab.setContent(page(some));
    for (const { name } of some) {
      const section = tab.locator(`[id="${name}"]`);
      await section.waitFor();
      if ((await section.innerText()).trim().length < name.length + 5) {
        empty += 1;
        console.error(`drawn as nothing: ${name}`);
      }
      await section.screenshot({ path: join(out, `${name}.png`) });
    }
    await tab.screenshot({ path: join(out, `sheet-${String(from / PER_SHEET + 1).padStart(2, '0')}.png`), fullPage: true });
  }
} finally {
  await browser.close();
}
console.log(`slack gallery: ${items.length} drawn, ${empty} drawn as nothing`);
process.exitCode = empty ? 1 : 0;
