// Reads and draws what the tests left in target/teams-gallery with Microsoft's own Adaptive Cards library, in Teams' light and
// dark colours: a picture of each card and dialog, and sheets of them. Fails on whatever the library does not know in a card, on what
// it draws as nothing, and on words that stand out too little from what is behind them.
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const { PEERS_WORK: work, PEERS_SHOTS: shots, PEERS_GALLERY: gallery } = process.env;
const { chromium } = createRequire(join(work, 'node_modules', 'x.js'))('playwright-core');
const library = readFileSync(join(work, 'node_modules/adaptivecards/dist/adaptivecards.js'), 'utf8');
const out = join(shots, 'teams');
const PER_SHEET = 6;
const LEGIBLE = 4.5;
const items = readdirSync(gallery)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => ({ name: basename(file, '.json'), json: JSON.parse(readFileSync(join(gallery, file), 'utf8')) }));
if (items.length < 30) throw new Error(`only ${items.length} files in ${gallery}: run mvn verify first`);

// Near to what Teams has: its colours for states, and what is over six of a card (checked by the tests) behind dots.
const themes = {
  light: {
    page: '#eee',
    backgrounds: { default: '#ffffff', emphasis: '#f3f2f1', accent: '#c7def9', good: '#d7f2d0', attention: '#f7d7d9', warning: '#fbeed2' },
    words: { default: '#242424', dark: '#000000', light: '#5e5e5e', accent: '#4f52b2', good: '#175a34', attention: '#a1192f', warning: '#6b4a00' },
    subtle: '#5c5c5c',
    border: '#999',
  },
  dark: {
    page: '#141414',
    backgrounds: { default: '#292929', emphasis: '#333333', accent: '#1d3557', good: '#1c3d24', attention: '#4f1f24', warning: '#44350f' },
    words: { default: '#ffffff', dark: '#ffffff', light: '#d6d6d6', accent: '#a6a7f2', good: '#92c353', attention: '#f4a1a8', warning: '#f8d22a' },
    subtle: '#c8c8c8',
    border: '#777',
  },
};

function host({ backgrounds, words, subtle }) {
  const foregroundColors = Object.fromEntries(
    Object.entries(words).map(([name, colour]) => [name, { default: colour, subtle: name === 'default' ? subtle : colour }]),
  );
  return {
    fontFamily: 'Segoe UI, DejaVu Sans, sans-serif',
    supportsInteractivity: true,
    actions: { maxActions: 12, showCard: { actionMode: 'inline' }, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    containerStyles: Object.fromEntries(
      Object.entries(backgrounds).map(([style, backgroundColor]) => [style, { backgroundColor, foregroundColors }]),
    ),
  };
}

function style({ page, backgrounds, words, border }) {
  return `body{margin:0;background:${page}}section{width:600px;padding:8px 12px}h6{margin:0 0 4px;color:#888;font:11px monospace}
  .card{background:${backgrounds.default};border:1px solid ${border};border-radius:6px;overflow:hidden}a{color:${words.accent}}
  button,input,textarea,select{margin:2px;padding:4px 10px;border:1px solid ${border};border-radius:4px;background:${backgrounds.default};color:${words.default}}`;
}

// In the page: draws the cards, and answers what is strange about each.
function draw({ some, config, legible }) {
  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (colour && (channels(colour)[3] ?? 1) > 0) return colour;
    }
    return 'rgb(255,255,255)';
  };
  const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  return some.map(({ name, json }) => {
    const section = document.createElement('section');
    section.id = name;
    section.innerHTML = '<h6></h6><div class=card></div>';
    section.firstChild.textContent = name;
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(config);
    const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
    card.parse(json, context);
    section.lastChild.append(card.render());
    document.getElementById('root').append(section);
    const wrong = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
    wrong.push(...card.validateProperties().validationEvents.map((event) => event.message));
    for (const element of section.lastChild.querySelectorAll('*')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
      if (!own || !element.checkVisibility()) continue;
      const ratio = contrast(light(getComputedStyle(element).color), light(behind(element)));
      if (ratio < legible) wrong.push(`“${element.textContent.trim().slice(0, 30)}” has a contrast of ${ratio.toFixed(1)}`);
    }
    return wrong;
  });
}

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
});
let failed = 0;
try {
  const tab = await browser.newPage({ viewport: { width: 630, height: 900 }, timezoneId: 'Europe/Paris', locale: 'en-GB' });
  tab.on('pageerror', (error) => console.error(String(error)));
  for (const [theme, colours] of Object.entries(themes)) {
    const folder = theme === 'light' ? out : join(out, theme);
    mkdirSync(folder, { recursive: true });
    for (let from = 0; from < items.length; from += PER_SHEET) {
      const some = items.slice(from, from + PER_SHEET);
      await tab.setContent(`<!doctype html><meta charset=utf-8><style>${style(colours)}</style><div id=root></div>`);
      await tab.addScriptTag({ content: library });
      const strange = await tab.evaluate(draw, { some, config: host(colours), legible: LEGIBLE });
      for (const [i, { name }] of some.entries()) {
        const section = tab.locator(`[id="${name}"]`);
        const text = (await section.innerText()).trim();
        const wrong = [...strange[i]];
        if (text.length < name.length + 5) wrong.push('drawn as nothing');
        if (text.includes('{{')) wrong.push('a time that was not read');
        if (wrong.length) {
          failed += 1;
          console.error(`${name}, ${theme}: ${wrong.join('; ')}`);
        }
        await section.screenshot({ path: join(folder, `${name}.png`) });
      }
      await tab.screenshot({ path: join(folder, `sheet-${String(from / PER_SHEET + 1).padStart(2, '0')}.png`), fullPage: true });
    }
  }
} finally {
  await browser.close();
}
console.log(`teams gallery: ${items.length * 2 - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
