export const words = {
  zh: {
    open: '待定：{{text}}。方案（{{clauses}}）没有写明，等待裁定。',
    askedOn: '{{day}} 提出',
    awaitsRuling: '等待裁定，裁定前不作默认处理。',
    ruled: '裁定：{{title}}',
    used: '沿用本版方案内的裁定',
    ended: '{{day}} 起终止，已按此办理的不变',
    known: '{{who}} {{day}} 已对同样情形作出全版裁定：{{title}}。本件提出在前，须另行裁定。',
    endHint: '终止后，再遇到同样情形的事项重新提请裁定；已按“{{title}}”办理的不变。',
    'scope.dossier': '只用于本件',
    'scope.edition': '本版方案内同样情形一并适用',
  },
  en: {
    open: 'Open question: {{text}}. The plan ({{clauses}}) does not say; a ruling is awaited.',
    askedOn: 'asked {{day}}',
    awaitsRuling: 'Awaits a ruling; nothing is assumed before.',
    ruled: 'Ruled: {{title}}',
    used: 'by the ruling made for this edition',
    ended: 'ended {{day}}; where it was used, it stands',
    known:
      '{{who}} has ruled on this point for the whole edition, {{day}}: {{title}}. It was asked here before that and needs a ruling of its own.',
    endHint: 'Once ended, dossiers that come to this point ask anew; where "{{title}}" was used, it stands.',
    'scope.dossier': 'for this dossier only',
    'scope.edition': 'for every such case under this edition',
  },
};
