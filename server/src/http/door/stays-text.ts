import type { WhyNot } from '@bihuan/core/access';

/** Why what was done last stands, in both languages. */
export const staysText: Readonly<Record<WhyNot, { readonly zh: string; readonly en: string }>> = {
  'not-last': {
    zh: '只能撤回本人最近一次办理，此后已有其他记录的不能撤回。',
    en: 'Only what you did last can be taken back, and only as long as nobody has acted since.',
  },
  forbidden: { zh: '方案规定这一环节办理后不得撤回。', en: 'The plan says that what was done at this step stays.' },
  paper: {
    zh: '已附正式文号，办理以来文、发文为准，不能撤回。',
    en: 'A numbered paper stands under it; it cannot be taken back.',
  },
  'gone-out': {
    zh: '移交、签收、印发、公示一经办理即生效，不能撤回。',
    en: 'What was handed over, signed for, issued or made public cannot be taken back.',
  },
  'gone-on': {
    zh: '后续程序已据此启动或结果已定，不能撤回；确需更正的，请在后续环节办理。',
    en: 'The dossier has gone on by it; correct it at the next step.',
  },
  outside: { zh: '已送系统外单位，不能撤回，请与对方联系。', en: 'A unit outside has it now; please ask there.' },
  clock: { zh: '其他单位的法定时限已据此起算，不能撤回。', en: 'A limit of somebody else runs from it.' },
  opened: {
    zh: '下一环节的人员已经查看，不能撤回；可请其退回。',
    en: 'The next person has opened it; ask for it to be returned.',
  },
  'post-left': { zh: '您已不在办理时所任的岗位。', en: 'You no longer hold the post from which you did it.' },
};
