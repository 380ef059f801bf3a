// Times in the reader's zone, dialogs, menus, the thread's pane and the test alert.

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const toTheSecond = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dateAndClock = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
});
const withYear = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit',
});
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || '';

function ago(at) {
  const minutes = Math.round((Date.now() - at) / 60000);
  const [n, unit] = Math.abs(minutes) < 60 ? [minutes, 'min']
    : Math.abs(minutes) < 48 * 60 ? [Math.round(minutes / 60), 'h'] : [Math.round(minutes / 1440), 'days'];
  if (n === 0) return 'just now';
  return n > 0 ? `${n} ${unit} ago` : `in ${-n} ${unit}`;
}

export function writeTimes(root) {
  for (const time of root.querySelectorAll('time')) {
    const at = new Date(time.dateTime);
    const style = time.dataset.style;
    const now = new Date();
    const today = at.toDateString() === now.toDateString();
    const date = at.getFullYear() === now.getFullYear() ? dateAndClock : withYear;
    time.textContent = style === 'relative' ? ago(at)
      : style === 'clock' && today ? clock.format(at)
      : style === 'clock_with_seconds' && today ? toTheSecond.format(at) : date.format(at);
    time.title = exact.format(at);
  }
}

export function toast(words) {
  const line = document.createElement('p');
  line.textContent = words;
  document.getElementById('toasts').append(line);
  setTimeout(() => line.remove(), 8000);
}

export const scrollToEnd = (log) => { log.scrollTop = log.scrollHeight; };

// Every request tells the zone in which the reader sees and types times.
document.addEventListener('htmx:configRequest', (event) => {
  const { parameters, triggeringEvent } = event.detail;
  parameters.zone = zone;
  // htmx forgets the button once the focus has left it, as it does when a menu closes or a question is asked.
  const button = triggeringEvent?.submitter;
  if (button?.name) parameters[button.name] = button.value;
});
document.addEventListener('htmx:responseError', (event) => {
  const { status, responseText } = event.detail.xhr;
  if (status === 422) { markMistakes(JSON.parse(responseText)); return; }
  const type = event.detail.xhr.getResponseHeader('Content-Type') || '';
  toast(type.startsWith('text/plain') && responseText ? responseText : `That did not work (${status}). Try again.`);
});
document.addEventListener('htmx:sendError', () => toast('Arke does not answer. Nothing was sent; try again.'));

function markMistakes(sentences) {
  for (const old of modal.querySelectorAll('.mistake')) old.remove();
  for (const input of modal.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
  for (const [name, sentence] of Object.entries(sentences)) {
    const input = modal.querySelector(`[name="${CSS.escape(name)}"]`);
    const line = document.createElement('small');
    line.className = 'mistake';
    line.id = `mistake-${name}`;
    line.textContent = sentence;
    if (input) {
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', line.id);
      input.after(line);
    } else modal.querySelector('footer').before(line);
  }
  modal.querySelector('[aria-invalid]')?.focus();
}

// A button that asks first: the answer lets the request go.
document.addEventListener('htmx:confirm', (event) => {
  const question = event.detail.triggeringEvent?.submitter?.dataset.confirm;
  if (!question) return;
  event.preventDefault();
  const dialog = document.getElementById('confirm');
  dialog.querySelector('#confirm-question').textContent = question;
  dialog.returnValue = '';
  dialog.addEventListener('close', () => {
    if (dialog.returnValue === 'yes') event.detail.issueRequest(true);
  }, { once: true });
  dialog.showModal();
});

const modal = document.getElementById('modal');
document.addEventListener('htmx:afterRequest', (event) => {
  const { successful, xhr, elt } = event.detail;
  if (successful && xhr.status === 204 && modal?.contains(elt)) modal.close();
});
document.addEventListener('htmx:afterSwap', (event) => {
  writeTimes(event.target);
  if (event.target === modal && modal.childElementCount) {
    if (!modal.open) modal.showModal();
    modal.querySelector('input:not([type=hidden]), textarea, select')?.focus();
  }
  if (event.target.id === 'thread') {
    document.body.classList.add('thread-open');
    scrollToEnd(event.target.querySelector('.log'));
    event.target.querySelector('input[name=line]').focus();
  }
});

function closeThread(link) {
  const root = document.querySelector('#thread .log')?.dataset.root;
  document.getElementById('thread').replaceChildren();
  document.body.classList.remove('thread-open');
  history.replaceState(null, '', link.href);
  (document.querySelector(`#m-${root} .replies`) || document.getElementById('line')).focus();
}

document.addEventListener('click', (event) => {
  const at = (selector) => event.target.closest(selector);
  for (const menu of document.querySelectorAll('details.more[open]')) if (at('details.more') !== menu) menu.open = false;
  if (at('.menu button')) { at('details.more').querySelector('summary').focus(); at('details.more').open = false; }
  if (at('[data-close]')) at('dialog').close();
  if (at('[data-open]')) document.getElementById(at('[data-open]').dataset.open).showModal();
  if (at('[data-close-thread]')) { event.preventDefault(); closeThread(at('[data-close-thread]')); }
  if (at('.menu-button')) showRail(!document.body.classList.contains('rail-open'));
  else if (!at('.rail')) showRail(false);
  if (at('[data-copy]')) copy(at('[data-copy]'));
});

// A menu opens to where there is room.
document.addEventListener('toggle', (event) => {
  if (!event.target.open || !event.target.matches('details.more')) return;
  const menu = event.target.querySelector('.menu');
  const [at, room] = [event.target, event.target.closest('.log')].map((one) => one.getBoundingClientRect());
  menu.classList.toggle('down', at.top - menu.offsetHeight - 8 < room.top);
  menu.classList.toggle('leftwards', at.left + menu.offsetWidth + 8 > room.right);
}, true);

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  const menu = event.target.closest?.('details.more[open]');
  if (menu) { menu.open = false; menu.querySelector('summary').focus(); }
  else if (document.body.classList.contains('rail-open')) { showRail(false); document.querySelector('.menu-button').focus(); }
  else document.querySelector('[data-close-thread]')?.click();
});

function showRail(show) {
  document.body.classList.toggle('rail-open', show);
  document.querySelector('.menu-button')?.setAttribute('aria-expanded', show);
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
    button.textContent = 'Selected: copy it';
  }
  setTimeout(() => { button.textContent = 'Copy'; }, 2000);
}

// The test alert goes the way of a monitor's: a POST to the intake, which is what the curl line does.
const alertForm = document.getElementById('alert-form');
function testAlert(status) {
  const summary = alertForm.elements.summary.value.trim();
  const key = 'test-' + summary.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return { dedup_key: key, summary, priority: alertForm.elements.priority.value, status };
}
function writeCurl() {
  const body = JSON.stringify(testAlert('firing')).replaceAll("'", "'\\''");
  document.getElementById('curl').textContent =
    `curl -X POST '${alertForm.dataset.intake}' \\\n  -H 'Content-Type: application/json' \\\n  -d '${body}'`;
}
async function sendAlert(event) {
  event.preventDefault();
  const result = alertForm.querySelector('.result');
  const path = new URL(alertForm.dataset.intake).pathname;
  const over = event.submitter?.value === 'resolved';
  try {
    const response = await fetch(path, {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(testAlert(over ? 'resolved' : 'firing')),
    });
    result.textContent = response.ok ? '' : `Refused (${response.status}): ${await response.text()}`;
    if (!response.ok) return;
    alertForm.closest('dialog').close();
    toast(over ? 'The all-clear is sent. If that incident was open, it is resolved now.' : 'The alert is sent.');
  } catch {
    result.textContent = 'Arke does not answer. Try again.';
  }
}
if (alertForm) {
  alertForm.addEventListener('input', writeCurl);
  alertForm.addEventListener('submit', sendAlert);
  writeCurl();
}

writeTimes(document);
for (const log of document.querySelectorAll('.log')) scrollToEnd(log);
if (document.querySelector('#thread .log')) document.body.classList.add('thread-open');
if (matchMedia('(pointer: fine)').matches) document.getElementById('line')?.focus({ preventScroll: true });
setInterval(() => writeTimes(document), 30000);
