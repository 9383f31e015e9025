export const words = {
  zh: {
    by: '第{{round}}轮：{{day}} {{who}}在“{{step}}”退回',
    because: '{{reason}}（依据 {{clause}}）',
    compare: '前后对比（{{count}} 处有改动）',
    shut: '收起对比',
    unchanged: '退回以来内容没有改动。',
    again: '退回以来内容没有改动，仍按原样报送',
    againAsked: '请先按退回理由修改；确需按原样报送的，请勾选。',
    mark: '第{{round}}轮退回：{{reason}}',
    markWho: '{{day}} {{who}}退回：{{reason}}',
  },
  en: {
    by: 'Round {{round}}: sent back on {{day}} by {{who}} at “{{step}}”',
    because: '{{reason}} (by {{clause}})',
    compare: 'Compare before and now ({{count}} changed)',
    shut: 'Hide the comparison',
    unchanged: 'Nothing has been changed since.',
    again: 'Nothing was changed since it was sent back; hand it in as it is',
    againAsked: 'Change what was asked for first; tick this if it is to go as it is.',
    mark: 'Sent back, round {{round}}: {{reason}}',
    markWho: 'Sent back {{day}} by {{who}}: {{reason}}',
  },
};
