// The two languages of the page. A view keeps its words beside its code, as pairs [Chinese, English], so that none can be forgotten.

const KEY = 'muster.language';
const listeners = new Set();
let current = localStorage.getItem(KEY) ?? (navigator.language?.toLowerCase().startsWith('zh') ? 'zh' : 'en');

export const language = () => current;

export function setLanguage(next) {
  current = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
  listeners.forEach((each) => each(next));
}

/** Calls back at each change; returns what ends it. */
export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * A dictionary: `const w = words({ ack: ['确认', 'Acknowledge'], people: ['{n} 人', '{n} people'] }); w('people', { n: 3 })`.
 * Asking for a word that is not there is a mistake of the programmer and shows the key.
 */
export function words(pairs) {
  return (key, values = {}) => {
    const pair = pairs[key] ?? SHARED[key];
    if (!pair) {
      console.error(`no words for ${key}`);
      return key;
    }
    return pair[current === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
  };
}

/** Of a bilingual name out of a record, {zh, en}. */
export const named = (name, otherwise = '') => (name ? name[current] ?? name.zh ?? name.en : null) ?? otherwise;

/** Words of the field that stand in records, each once for the whole page. */
const SHARED = {
  red: ['红', 'Red'],
  orange: ['橙', 'Orange'],
  yellow: ['黄', 'Yellow'],
  blue: ['蓝', 'Blue'],
  '01': ['员工', 'Employee'],
  '02': ['承包商', 'Contractor'],
  '03': ['访客', 'Visitor'],
  employee: ['员工', 'Employee'],
  contractor: ['承包商', 'Contractor'],
  visitor: ['访客', 'Visitor'],
  unknown: ['未知', 'Unknown'],
  live: ['在线', 'Live'],
  stale: ['信号中断', 'Stale'],
  production: ['生产区', 'Production area'],
  hazard: ['危险区', 'Hazard zone'],
  forbidden: ['禁入区', 'Forbidden zone'],
  post: ['岗位', 'Post'],
  gate: ['出入口', 'Gate'],
  muster_point: ['紧急集合点', 'Muster point'],
  rest: ['休息区', 'Rest area'],
  control_room: ['控制室', 'Control room'],
  inspection_point: ['巡检点', 'Inspection point'],
  beacon: ['信标', 'Beacon'],
  viewer: ['观察员', 'Viewer'],
  operator: ['操作员', 'Operator'],
  administrator: ['管理员', 'Administrator'],
  raised_unacknowledged: ['未确认', 'Unacknowledged'],
  acknowledged: ['已确认', 'Acknowledged'],
  returned_unacknowledged: ['已恢复未确认', 'Returned, unacknowledged'],
  latched_unacknowledged: ['已锁存未确认', 'Latched, unacknowledged'],
  latched_acknowledged: ['已锁存已确认', 'Latched, acknowledged'],
  shelved: ['已搁置', 'Shelved'],
  suppressed: ['已抑制', 'Suppressed'],
  out_of_service: ['停用', 'Out of service'],
  cleared: ['已解除', 'Cleared'],
  withdrawn: ['已撤回', 'Withdrawn'],
  floor: ['楼层', 'Floor'],
  none_here: ['暂无数据', 'Nothing to show'],
  loading: ['加载中…', 'Loading…'],
  close: ['关闭', 'Close'],
  cancel: ['取消', 'Cancel'],
  save: ['保存', 'Save'],
  reason: ['原因', 'Reason'],
  search: ['搜索', 'Search'],
  from: ['从', 'From'],
  to: ['至', 'To'],
  retry: ['重试', 'Try again'],
};

/** A word that came in a record, or itself where we have none for it. */
export const word = (value) => (value == null ? '' : SHARED[value] ? SHARED[value][current === 'zh' ? 0 : 1] : String(value));

document.documentElement.lang = current;
