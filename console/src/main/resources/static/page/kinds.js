// The kinds of alarms by their names in the alarm catalogue.

import { language } from './words.js';

const KINDS = {
  sos: ['一键报警', 'SOS'],
  fall: ['跌倒报警', 'Fall'],
  evac_missing: ['疏散未到位', 'Not evacuated'],
  over_capacity: ['超员报警', 'Over capacity'],
  under_staffed: ['缺员报警', 'Under-staffed'],
  gathering: ['人员聚集预警', 'Gathering'],
  boundary: ['越界报警', 'Boundary'],
  overstay: ['滞留报警', 'Overstay'],
  motionless: ['静止报警', 'Motionless'],
  off_post: ['脱岗报警', 'Off post'],
  wrong_post: ['串岗报警', 'Wrong post'],
  permit_intrusion: ['非作业人员进入作业区', 'Intruder in permit area'],
  guardian_absent: ['监护人离岗', 'Guardian left'],
  approver_absent: ['审批人不在现场审批', 'Approver not on site'],
  visitor_expired: ['外来人员超期/超范围', 'Visitor overrun'],
  patrol_missed: ['漏检', 'Patrol missed'],
  tag_lost_in_hazard: ['危险区域内失联', 'Tag lost in a hazard zone'],
  not_wearing: ['人卡分离', 'Not wearing tag'],
  low_battery: ['低电量', 'Low battery'],
  terminal_offline: ['终端离线', 'Terminal offline'],
  anchor_fault: ['基站异常', 'Anchor fault'],
  clock_fault: ['时钟异常', 'Clock fault'],
  unknown_tag: ['未登记标签', 'Unknown tag'],
  tag_swap_suspected: ['疑似换卡', 'Tag swap suspected'],
  spoof_suspected: ['疑似伪造定位', 'Spoof suspected'],
  vendor_feed_silent: ['厂商数据中断', 'Vendor feed silent'],
};

export const kinds = () => Object.keys(KINDS);
export const kindName = (kind) => (KINDS[kind] ? KINDS[kind][language() === 'zh' ? 0 : 1] : kind);
