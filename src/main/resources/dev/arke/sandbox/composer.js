// The command line: what was typed before by arrow keys, and what Arke suggests by Tab.
import { scrollToEnd, zone } from './page.js';

const KEPT = 'arke-lines';
const history = JSON.parse(sessionStorage.getItem(KEPT) || '[]');

class Composer {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector('[name=line]');
    this.list = form.querySelector('.words');
    this.chosen = -1;
    this.at = history.length;
    this.draft = '';
    this.input.addEventListener('focus', () => { this.at = history.length; });
    this.input.addEventListener('input', () => this.ask());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', () => this.close());
    this.list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const option = event.target.closest('[role=option]');
      if (option) this.accept(this.offered[[...this.list.children].indexOf(option)]);
    });
    form.addEventListener('htmx:beforeRequest', (event) => this.sent(event));
    form.addEventListener('htmx:afterRequest', (event) => {
      if (!event.detail.successful && !this.input.value) this.input.value = history.at(-1) || '';
    });
  }

  /** Asks for lines that begin so, once typing pauses; an answer that comes too late is dropped. */
  ask() {
    clearTimeout(this.pause);
    this.asked?.abort();
    if (!this.input.value.trim()) { this.close(); return; }
    this.pause = setTimeout(() => this.fetch(), 80);
  }

  async fetch() {
    const line = this.input.value;
    const thread = this.form.elements.thread.value;
    this.asked = new AbortController();
    try {
      const query = new URLSearchParams({ line, thread, zone });
      const response = await fetch(`${document.body.dataset.path}/complete?${query}`, { signal: this.asked.signal });
      if (response.ok && this.input.value === line) this.offer(await response.json());
    } catch {
      this.close(); // Typing went on, or Arke does not answer: nothing to suggest.
    }
  }

  offer(lines) {
    this.offered = lines.filter((line) => line.trim() !== this.input.value.trim());
    this.list.replaceChildren(...this.offered.map((line, index) => {
      const option = document.createElement('li');
      option.id = `${this.list.id}-${index}`;
      option.role = 'option';
      option.textContent = line;
      return option;
    }));
    this.list.hidden = this.offered.length === 0 || document.activeElement !== this.input;
    this.input.setAttribute('aria-expanded', !this.list.hidden);
    this.choose(-1);
  }

  choose(index) {
    this.chosen = index;
    [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', i === index));
    const option = this.list.children[index];
    if (option) {
      this.input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else this.input.removeAttribute('aria-activedescendant');
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.choose(-1);
  }

  accept(line) {
    this.input.value = line.endsWith(' ') ? line : line + ' ';
    this.close();
    this.ask();
  }

  key(event) {
    const open = !this.list.hidden;
    const count = open ? this.offered.length : 0;
    const act = {
      ArrowDown: () => (open && !this.browsing() ? this.choose((this.chosen + 1) % count) : this.recall(1)),
      ArrowUp: () => (open && this.chosen >= 0 ? this.choose((this.chosen + count - 1) % count) : this.recall(-1)),
      Tab: () => open && !event.shiftKey && (this.accept(this.offered[Math.max(0, this.chosen)]), true),
      Enter: () => open && this.chosen >= 0 && (this.accept(this.offered[this.chosen]), true),
      Escape: () => open && (this.close(), true),
    }[event.key];
    if (act && act() !== false) event.preventDefault();
  }

  browsing() {
    return this.at < history.length;
  }

  /** The lines of this tab, the newest first; beyond the newest, what was being typed. */
  recall(step) {
    const to = this.at + step;
    if (to < 0 || to > history.length) return false;
    if (!this.browsing()) this.draft = this.input.value;
    this.at = to;
    this.input.value = this.browsing() ? history[to] : this.draft;
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
    this.close();
    return true;
  }

  sent(event) {
    const line = this.input.value.trim();
    if (line && history.at(-1) !== line) history.push(line);
    sessionStorage.setItem(KEPT, JSON.stringify(history.slice(-100)));
    this.at = history.length;
    this.draft = '';
    this.asked?.abort();
    clearTimeout(this.pause);
    this.close();
    this.input.value = '';
    scrollToEnd(this.form.parentElement.querySelector('.log'));
  }
}

const setUp = (root) => root.querySelectorAll('form.composer').forEach((form) => new Composer(form));
setUp(document);
document.addEventListener('htmx:afterSwap', (event) => { if (event.target.id === 'thread') setUp(event.target); });
