/**
 * The compiled report as a Word file: the body of an official document (正文稿). Red head, number and seal are added by
 * the bureau's document system. Layout: GB/T 9704-2012; order of the parts: as such reports are written.
 */
import type { FileChild } from 'docx';
import type { Compilation } from '../../domain/compilation/compilation.ts';
import { compilationAnnexes } from './compilation-annexes.ts';
import { categoryParagraphs, pointParagraphs, townParagraphs } from './compilation-parts.ts';
import { officeDocument } from './office-document.ts';
import { landscape, portrait } from './office-styles.ts';
import {
  addressee,
  attachmentList,
  blank,
  body,
  centred,
  closing,
  heading1,
  heading2,
  signature,
  title,
} from './paragraphs.ts';

/** The same compilation always makes the same bytes. */
export function compilationDocx(compilation: Compilation): Promise<Buffer> {
  const annexes = compilationAnnexes(compilation);
  return officeDocument(
    {
      title: compilation.title,
      creator: compilation.signature,
      created: compilation.asOf,
    },
    [
      { properties: portrait, children: report(compilation, annexes.names) },
      { properties: landscape, children: annexes.children },
    ],
  );
}

function report(compilation: Compilation, annexes: readonly string[]): FileChild[] {
  return [
    ...(compilation.demonstration ? [centred('【演示】本文件由演示系统生成，不是正式报告')] : []),
    title(compilation.titleLines),
    ...(compilation.draft ? [centred('（草稿，未报送单位见附件3）')] : []),
    blank(),
    addressee(compilation.addressee),
    heading1('一、总体情况'),
    heading2('（一）报送情况'),
    body(compilation.overview.arrivals),
    heading2('（二）任务进展'),
    body(compilation.overview.progress),
    heading1('二、主要工作进展'),
    ...categoryParagraphs(compilation),
    heading1('三、各镇区落实情况'),
    ...townParagraphs(compilation.towns),
    heading1('四、存在问题'),
    ...pointParagraphs(compilation.problems, '各单位未反映存在问题。'),
    heading1('五、下一步工作'),
    ...pointParagraphs(compilation.nextSteps, '各单位按方案和既定计划继续推进。'),
    closing('特此报告。'),
    blank(),
    ...attachmentList(annexes),
    blank(),
    blank(),
    ...signature(compilation.signature, compilation.date),
  ];
}
