// Questions to the console. A refusal becomes a Refused with the words of its problem document (RFC 9457).

export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

const onRefusal = new Set();

/** Called at every 401 but that of a login: somebody has to log in again. */
export const onLoggedOut = (listener) => onRefusal.add(listener);

const cookie = (name) =>
  document.cookie
    .split('; ')
    .find((each) => each.startsWith(`${name}=`))
    ?.slice(name.length + 1);

async function ask(method, path, { body, type, signal, accept } = {}) {
  const headers = { Accept: accept ?? 'application/json' };
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = cookie('XSRF-TOKEN') ?? '';
  if (body !== undefined) headers['Content-Type'] = type ?? 'application/json';
  let answer;
  try {
    answer = await fetch(`/api/v1${path}`, {
      method,
      headers,
      signal,
      credentials: 'same-origin',
      body: body === undefined ? undefined : type || typeof body === 'string' ? body : JSON.stringify(body),
    });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Refused(0, { title: 'the console does not answer' });
  }
  const text = await answer.text();
  if (!answer.ok) {
    let problem = null;
    try {
      problem = JSON.parse(text);
    } catch {
      problem = { title: answer.statusText || `HTTP ${answer.status}` };
    }
    if (answer.status === 401 && path !== '/login') onRefusal.forEach((each) => each());
    throw new Refused(answer.status, problem);
  }
  if (!text) return null;
  return (answer.headers.get('Content-Type') ?? '').includes('json') ? JSON.parse(text) : text;
}

export const get = (path, options) => ask('GET', path, options);
export const post = (path, body, options) => ask('POST', path, { body, ...options });
export const put = (path, body, options) => ask('PUT', path, { body, ...options });
export const del = (path, options) => ask('DELETE', path, options);

/** `?a=1&b=2` of what is set. */
export function query(values) {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return set.length ? `?${new URLSearchParams(set)}` : '';
}

export async function login(username, password) {
  await get('/session');
  await post('/login', new URLSearchParams({ username, password }).toString(), {
    type: 'application/x-www-form-urlencoded',
  });
  // A login has a token of its own.
  return get('/session');
}
