// Reads and draws what the tests left in target/teams-gallery with Microsoft's own Adaptive Cards library: a picture of each
// card and dialog, and sheets of them. Fails on whatever it does not know in a card, and on what it draws as nothing.
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const { PEERS_WORK: work, PEERS_SHOTS: shots, PEERS_GALLERY: gallery } = process.env;
const { chromium } = createRequire(join(work, 'node_modules', 'x.js'))('playwright-core');
const library = readFileSync(join(work, 'node_modules/adaptivecards/dist/adaptivecards.js'), 'utf8');
const out = join(shots, 'teams');
const PER_SHEET = 6;
mkdirSync(out, { recursive: true });
const items = readdirSync(gallery)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => ({ name: basename(file, '.json'), json: JSON.parse(readFileSync(join(gallery, file), 'utf8')) }));
if (items.length < 30) throw new Error(`only ${items.length} files in ${gallery}: run mvn verify first`);

// Near to what Teams has: its colours for states, and what is over six of a card (checked by the tests) behind dots.
const host = {
  fontFamily: 'Segoe UI, DejaVu Sans, sans-serif',
  supportsInteractivity: true,
  actions: { maxActions: 12, showCard: { actionMode: 'inline' }, actionsOrientation: 'horizontal', actionAlignment: 'left' },
  containerStyles: Object.fromEntries(
    Object.entries({ default: '#ffffff', emphasis: '#f3f2f1', accent: '#c7def9', good: '#d7f2d0', attention: '#f7d7d9', warning: '#fbeed2' }).map(
      ([style, backgroundColor]) => [style, { backgroundColor }],
    ),
  ),
};
const style = `body{margin:0;background:#eee}section{width:600px;padding:8px 12px}h6{margin:0 0 4px;color:#666;font:11px monospace}
  .card{background:#fff;border:1px solid #ccc;border-radius:6px;overflow:hidden}button{margin:2px;padding:4px 10px;border:1px solid #999;border-radius:4px;background:#fff}`;

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
});
let failed = 0;
try {
  const tab = await browser.newPage({ viewport: { width: 630, height: 900 }, timezoneId: 'Europe/Paris', locale: 'en-GB' });
  tab.on('pageerror', (error) => console.error(String(error)));
  for (let from = 0; from < items.length; from += PER_SHEET) {
    const some = items.slice(from, from + PER_SHEET);
    await tab.setContent(`<!doctype html><meta charset=utf-8><style>${style}</style><div id=root></div>`);
    await tab.addScriptTag({ content: library });
    const strange = await tab.evaluate(
      ({ some, host }) =>
        some.map(({ name, json }) => {
          const section = document.createElement('section');
          section.id = name;
          section.innerHTML = '<h6></h6><div class=card></div>';
          section.firstChild.textContent = name;
          const card = new AdaptiveCards.AdaptiveCard();
          card.hostConfig = new AdaptiveCards.HostConfig(host);
          const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
          card.parse(json, context);
          section.lastChild.append(card.render());
          document.getElementById('root').append(section);
          const wrong = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
          return wrong.concat(card.validateProperties().validationEvents.map((event) => event.message));
        }),
      { some, host },
    );
    for (const [i, { name }] of some.entries()) {
      const section = tab.locator(`[id="${name}"]`);
      const text = (await section.innerText()).trim();
      const wrong = [...strange[i]];
      if (text.length < name.length + 5) wrong.push('drawn as nothing');
      if (text.includes('{{')) wrong.push('a time that was not read');
      if (wrong.length) {
        failed += 1;
        console.error(`${name}: ${wrong.join('; ')}`);
      }
      await section.screenshot({ path: join(out, `${name}.png`) });
    }
    await tab.screenshot({ path: join(out, `sheet-${String(from / PER_SHEET + 1).padStart(2, '0')}.png`), fullPage: true });
  }
} finally {
  await browser.close();
}
console.log(`teams gallery: ${items.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
