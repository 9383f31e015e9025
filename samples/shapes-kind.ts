import { INVENTED } from './sample.ts';
import type { Sample } from './sample.ts';

/** A list of a plain kind: fire hazards of the invented town (`policies/qingchuan`), as a fire office keeps them. */
export const KIND_SHAPES: readonly Sample[] = [
  {
    file: '16-fire-hazards.xlsx',
    shape: '事项清单：火灾隐患，各种写法的日期、类型和待判断的格',
    sheets: [
      {
        name: '隐患台账',
        rows: [
          [`晴川镇火灾隐患台账${INVENTED}`],
          ['序号', '隐患', '部位', '类型', '发现日期', '来源', '反映人', '隐患清单', '处理意见'],
          [1, '演示：配电箱无盖，线路裸露', '甲村加工坊一楼', '电气线路', new Date(Date.UTC(2026, 10, 2)), '日常巡查', null, null, '限期整改'],
          [2, '演示：安全出口上锁', '乙市场东门', '疏散通道和安全出口', '2026年11月3日', '专项检查', null, null, '当场开锁'],
          [3, '演示：楼道堆放泡沫箱', '丙小区3号楼', '易燃物', '二〇二六年十一月四日', '群众反映', '钱某（演示）', null, null],
          [4, '演示：液化气瓶放在室内', '丁饭店厨房', '燃气使用', '2026年11月', '群众反映', null, null, null],
          [5, '演示：灭火器过期', null, '消防器材', '2026.11.5', '日常巡查', null, null, null],
          ['合计', 5, null, null, null, null, null, null, null],
        ],
        merges: ['A1:I1'],
      },
    ],
  },
];
