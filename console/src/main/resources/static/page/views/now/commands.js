// Commands on their way: sent, not answered yet, refused. One book for the page, so that every part of it says the same of an alarm.

import { get, post } from '../../api.js';
import { live, onLive } from '../../live.js';
import { useEffect, useState } from '../../ui.js';
import { isDone } from './alarmOrder.js';

const SLOW_MS = 5000;
const ASK_MS = 1000;
/** What the desk did not answer by then stays with the alarm, until somebody tries again. */
const GIVE_UP_MS = 60_000;

/** By alarm id: {command, before, state: sending|sent|slow|refused, message}. */
const book = new Map();
const listeners = new Set();
const tell = () => listeners.forEach((each) => each());

const put = (id, entry) => {
  book.set(id, entry);
  tell();
};

export function forget(id) {
  if (book.delete(id)) tell();
}

/** What is under way for an alarm; null = nothing. Draws anew when it changes. */
export function useCommand(id) {
  const [, draw] = useState(0);
  useEffect(() => {
    const changed = () => draw((n) => n + 1);
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, []);
  return book.get(id) ?? null;
}

/** `asked`: {command, reason, until, max_count}. Resolves to whether it was taken; why not stands in the book. */
export async function send(site, alarm, asked) {
  const id = alarm.alarm_id;
  const entry = { site, command: asked.command, before: alarm, state: 'sending', message: null, at: Date.now() };
  put(id, entry);
  try {
    const { command_id } = await post(`/sites/${site}/alarms/${encodeURIComponent(id)}/commands`, asked);
    if (book.get(id) !== entry) return true;
    entry.state = 'sent';
    entry.commandId = command_id;
    tell();
    look();
    setTimeout(() => watch(id, entry), ASK_MS);
    setTimeout(() => isLate(id, entry), SLOW_MS);
    return true;
  } catch (refused) {
    put(id, { ...entry, state: 'refused', message: refused.message });
    return false;
  }
}

function isLate(id, entry) {
  if (book.get(id) !== entry || entry.state !== 'sent') return;
  entry.state = 'slow';
  tell();
}

/** Asks what became of it until that is known: a refusal of the desk changes no alarm. */
async function watch(id, entry) {
  if (book.get(id) !== entry || Date.now() - entry.at > GIVE_UP_MS) return;
  try {
    const answer = await get(`/sites/${entry.site}/commands/${entry.commandId}`);
    if (book.get(id) !== entry) return;
    if (answer.state === 'refused') put(id, { ...entry, state: 'refused', message: answer.detail });
    else if (answer.state === 'accepted') forget(id);
  } catch (refused) {
    if (refused.status === 403) return;
    // The alarm itself tells what became of it.
  }
  setTimeout(() => watch(id, entry), ASK_MS);
}

/** Whatever the alarms show as done is under way no more. */
function look() {
  for (const [id, entry] of book) {
    if (entry.state !== 'refused' && isDone(entry.command, entry.before, live().alarms.get(id))) forget(id);
  }
}

onLive((changed) => {
  if (changed.has('alarms') && book.size) look();
});
