/** cuibao form: a prefilled, valid file; from the database when there is one, otherwise from the plan alone. */
import { writeFile } from 'node:fs/promises';
import { Problem } from '../../../domain/problem.ts';
import { formXlsx } from '../../../gateways/documents/form-xlsx.ts';
import { formJson } from '../../../gateways/report-file/read-file.ts';
import type { Context } from '../context.ts';
import { formFromDatabase, formFromFolder } from '../form.ts';
import { say } from '../terminal/say.ts';

export async function makeForm(
  context: Context,
  period: string,
  unit: string,
  { output }: { output?: string },
): Promise<void> {
  const isExcel = output?.toLowerCase().endsWith('.xlsx') === true;
  if (output !== undefined && !isExcel && !output.toLowerCase().endsWith('.json')) {
    throw new Problem('invalid', `报送表只能写成 .json 或 .xlsx 文件，不能是“${output}”。`);
  }
  const { DATABASE_URL } = await context.settings();
  const form =
    DATABASE_URL === undefined
      ? await formFromFolder(context, period, unit)
      : await formFromDatabase(context, period, unit);
  if (output === undefined) {
    process.stdout.write(formJson(form));
    return;
  }
  await writeFile(output, isExcel ? await formXlsx(form) : formJson(form)).catch(
    (error: NodeJS.ErrnoException) => {
      throw new Problem('invalid', `写不了文件“${output}”（${error.code}）；请换一个位置。`);
    },
  );
  say(
    `${form.title}（${form.unit.name}）已写入 ${output}；改好后用 cuibao submit ${period} ${form.unit.code} ${output} 报送。`,
  );
}
