/**
 * What a page does beyond being read: it searches, filters, copies, and opens what a link names. It reads the page and the address
 * only, and writes no markup. Runs in the head, so that what needs it is there before anything is painted.
 */
export const SCRIPT = `
'use strict';
document.documentElement.classList.add('js');
document.addEventListener('DOMContentLoaded', () => {
  const one = (query) => document.querySelector(query);
  const all = (query) => [...document.querySelectorAll(query)];
  const form = one('.filters');
  const cards = all('.card').map((card) => ({
    card,
    resource: card.dataset.resource,
    impact: card.dataset.impact,
    contract: card.dataset.contract,
    operations: card.dataset.operations.split(' '),
    text: undefined,
  }));
  const sections = all('section[data-kind]');
  const status = one('.filters output');
  const fields = form ? [...form.querySelectorAll('select')] : [];
  const search = form && form.querySelector('input');

  const filter = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const chosen = fields.filter((field) => field.value !== '');
    let shown = 0;
    for (const entry of cards) {
      let fits = chosen.every((field) => {
        const value = entry[field.name];
        return Array.isArray(value) ? value.includes(field.value) : value === field.value;
      });
      if (fits && words.length > 0) {
        entry.text ??= entry.card.textContent.toLowerCase();
        fits = words.every((word) => entry.text.includes(word));
      }
      entry.card.hidden = !fits;
      if (fits) shown++;
    }
    for (const section of sections) {
      const left = section.querySelectorAll('.card:not([hidden])').length;
      section.hidden = left === 0;
      section.querySelector('.count').textContent = '(' + left + ')';
    }
    one('main').classList.toggle('none', shown === 0);
    status.textContent = shown === cards.length ? shown + ' entries' : shown + ' of ' + cards.length + ' entries';
  };

  const show = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id === '' ? null : document.getElementById(id);
    if (target === null || !target.closest('.card')) return;
    if (target.closest('.card').hidden) {
      form.reset();
      filter();
    }
    for (let at = target; at !== null; at = at.parentElement) if (at.localName === 'details') at.open = true;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  };

  if (form) {
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(filter));
    document.addEventListener('keydown', (event) => {
      const isTyping = /^(?:input|select|textarea)$/.test(event.target.localName);
      if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        search.focus();
      }
      if (event.key === 'Escape' && event.target === search && search.value !== '') {
        search.value = '';
        filter();
      }
    });
    // What a browser kept of the form when the page was left.
    if (search.value !== '' || fields.some((field) => field.value !== '')) filter();
    window.addEventListener('hashchange', show);
    show();
  }

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand('copy');
      area.remove();
      return done;
    }
  };
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('.copy');
    if (button === null) return;
    const done = await copied(button.closest('figure').querySelector('pre').textContent);
    button.textContent = done ? 'Copied' : 'Failed';
    one('.live').textContent = done ? 'Copied.' : 'The browser did not let the text be copied.';
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  });

  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = all('details:not([open])');
    for (const details of closed) details.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const details of closed) details.open = false;
    closed = [];
  });
});
`.trim();
