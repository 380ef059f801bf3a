// Follows the room: new messages, edits in place, replies, what is unread. A lost connection catches up by itself.
import { scrollToEnd, writeTimes } from './page.js';

const { room, path, since } = document.body.dataset;
const log = document.getElementById('log');
const pane = document.getElementById('thread');
const title = document.title;
const replies = new Map();
let cursor = since;
let source;

function element(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const made = template.content.firstElementChild;
  writeTimes(made);
  return made;
}

function replace(there, made) {
  const focused = there.contains(document.activeElement) ? document.activeElement : null;
  const same = focused && [...made.querySelectorAll('button, a, summary, pre')].find((one) =>
    one.tagName === focused.tagName && one.textContent === focused.textContent);
  if (there.querySelector('details.more[open]') && made.querySelector('details.more')) {
    made.querySelector('details.more').open = true;
  }
  there.replaceWith(made);
  if (focused) (same || made.querySelector('.actions button') || made.querySelector('a') || document.getElementById('line')).focus();
}

/** Puts a message where it belongs: in place of its older self, or by the number of its change. */
function put(list, scroller, made) {
  const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  const there = document.getElementById(made.id);
  if (there) replace(there, made);
  else {
    const posted = Number(made.dataset.posted);
    const before = [...list.children].reverse().find((one) => Number(one.dataset.posted || 0) <= posted);
    if (before) before.after(made);
    else list.prepend(made);
    made.classList.add('new');
  }
  htmx.process(made);
  if (atEnd) scrollToEnd(scroller);
}

/** Earlier messages that this page does not show need no news; everything after its first one does. */
function belongs(made) {
  if (document.getElementById(made.id)) return true;
  if (!log.querySelector('.earlier')) return true;
  const first = log.querySelector('article');
  return !first || Number(made.dataset.posted) > Number(first.dataset.posted);
}

function putReply(html) {
  const made = element(html);
  replies.set(made.id, html);
  if (replies.size > 300) replies.delete(replies.keys().next().value);
  const open = pane.querySelector('.log');
  if (open?.dataset.root === made.dataset.thread) put(open.querySelector('.below'), open, made);
}

const take = {
  message(data) {
    const made = element(data);
    if (belongs(made)) put(log, log, made);
    const open = pane.querySelector('.log');
    const copy = open && document.getElementById(made.id.replace('m-', 't-'));
    if (copy && open.dataset.root === made.dataset.thread) {
      const news = element(data);
      news.id = copy.id;
      news.querySelector('.replies')?.remove();
      news.querySelector('[name=pane]').value = 'thread';
      replace(copy, news);
      htmx.process(news);
    }
  },
  reply: putReply,
  private(data) {
    const made = element(data);
    if (made.dataset.thread) putReply(data);
    else put(log, log, made);
  },
  gone(id) {
    replies.delete(id);
    const there = document.getElementById(id);
    if (there?.contains(document.activeElement)) document.getElementById('line').focus();
    there?.remove();
  },
  channels(data) {
    const there = document.getElementById('channels');
    if (there) replace(there, element(data));
  },
  unread(data) {
    const counts = JSON.parse(data);
    let mine = 0;
    for (const badge of document.querySelectorAll('[data-unread]')) {
      const count = counts[badge.dataset.unread] || 0;
      badge.hidden = count === 0;
      badge.firstElementChild.textContent = count > 99 ? '99+' : count || '';
      if (count && badge.closest('.rooms')) mine += count;
    }
    document.title = mine ? `(${mine}) ${title}` : title;
    document.body.classList.toggle('has-unread', mine > 0);
    if (document.hidden) hangUp();
  },
};

function sayState(words, state) {
  const live = document.getElementById('live');
  if (live.textContent !== words) live.textContent = words;
  live.dataset.state = state;
}

function connect() {
  if (source) return;
  source = new EventSource(`${path}/live?since=${encodeURIComponent(cursor)}`);
  source.onopen = () => sayState('Live', 'on');
  source.onerror = () => {
    sayState('Reconnecting', 'off');
    // A refused stream is not tried again by the browser; a server that starts again refuses for a moment.
    if (source?.readyState === EventSource.CLOSED) { hangUp(); setTimeout(connect, 3000); }
  };
  for (const name of Object.keys(take)) {
    source.addEventListener(name, (event) => {
      cursor = event.lastEventId || cursor;
      take[name](event.data);
      if (name === 'message') seen();
    });
  }
}

function hangUp() {
  source?.close();
  source = undefined;
}

// A browser has six connections to a host for all its tabs: a hidden tab only looks in from time to time.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) hangUp();
  else { connect(); seen(); }
});
setInterval(() => { if (document.hidden) connect(); }, 10000);

let told = 0;
function seen() {
  if (document.hidden) return;
  const last = Math.floor(Math.max(0, ...[...log.querySelectorAll('article')].map((one) => Number(one.dataset.posted))));
  if (last <= told) return;
  told = last;
  const body = new URLSearchParams({ posted: last });
  fetch(`${path}/seen`, { method: 'POST', body }).catch(() => { told = 0; });
}

// What came while the thread's pane was being fetched.
document.addEventListener('htmx:afterSwap', (event) => {
  if (event.target === pane) [...replies.values()].forEach(putReply);
  if (event.target === log || log.contains(event.target)) seen();
});

if (room) {
  connect();
  seen();
  addEventListener('pagehide', hangUp);
  addEventListener('pageshow', (event) => { if (event.persisted) connect(); });
}
